using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Identity.Changes;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Administration;

internal sealed class AdminStore(Database database, IdentityChanges changes, TimeProvider clock)
{
    public async Task<Page<AdminUser>> ListUsersAsync(
        string? query, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT u.id, u.email, u.name, u.language, u.default_workspace_id, u.must_change_password, u.created_at,
                   u.last_login_at, u.installation_admin, u.suspended_at IS NOT NULL AS suspended,
                   (SELECT count(*)::int FROM identity.member m WHERE m.user_id = u.id) AS workspace_count,
                   (SELECT a.locked_until FROM identity.login_attempt a
                    WHERE a.email_hash = sha256(convert_to(u.email_key, 'UTF8'))
                      AND a.locked_until > {clock.GetUtcNow()}) AS locked_until
            FROM identity.user u
            WHERE ({query}::text IS NULL
                   OR strpos(u.email_key, lower({query}::text)) > 0
                   OR strpos(lower(u.name), lower({query}::text)) > 0)
              AND ({page.After}::uuid IS NULL OR u.id < {page.After}::uuid)
            ORDER BY u.id DESC
            LIMIT {page.Fetch}
            """,
            AdminUser.Map,
            cancellationToken);
        return page.ToPage(rows, user => user.Id);
    }

    public async Task<Page<AdminWorkspace>> ListWorkspacesAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT w.id, w.name, w.created_at, w.deleted_at,
                   (SELECT count(*)::int FROM identity.member m WHERE m.workspace_id = w.id) AS member_count,
                   (SELECT u.email FROM identity.member m JOIN identity.user u ON u.id = m.user_id
                    WHERE m.workspace_id = w.id AND m.role = 'owner' ORDER BY m.joined_at LIMIT 1) AS owner
            FROM identity.workspace w
            WHERE ({page.After}::uuid IS NULL OR w.id < {page.After}::uuid)
            ORDER BY w.id DESC
            LIMIT {page.Fetch}
            """,
            row => new AdminWorkspace(
                row.Get<Guid>("id"),
                row.Get<string>("name"),
                row.Get<int>("member_count"),
                row.Get<string?>("owner"),
                row.Get<DateTimeOffset>("created_at"),
                row.Get<DateTimeOffset?>("deleted_at")),
            cancellationToken);
        return page.ToPage(rows, workspace => workspace.Id);
    }

    /// <summary>Suspends or resumes. The new stamp ends every session, so that resuming does not bring old ones back.</summary>
    public async Task SetSuspendedAsync(Guid userId, bool suspended, CancellationToken cancellationToken)
    {
        DateTimeOffset? at = suspended ? clock.GetUtcNow() : null;
        await database.ExecuteAsync(
            $"""
            UPDATE identity.user SET suspended_at = {at}::timestamptz, security_stamp = {Ids.New(clock)} WHERE id = {userId}
            """,
            cancellationToken);
        await changes.PersonAsync(userId, cancellationToken);
    }
}
