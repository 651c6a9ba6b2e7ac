using Middeck.Storage.Sql;

namespace Middeck.Identity.Authentication;

internal sealed class PersonStateStore(Database database, TimeProvider clock)
{
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    /// <summary>The person of a session; null when the session has ended, the password changed since or the person is suspended.</summary>
    public Task<PersonState?> LoadAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.FirstOrDefaultAsync(
            $"""
            WITH seen AS (
                UPDATE identity.session SET last_seen_at = {now}
                WHERE id = {sessionId} AND last_seen_at < {now - SeenStep} AND revoked_at IS NULL
            )
            SELECT u.id, u.email, u.installation_admin, u.default_workspace_id, joined.workspaces, joined.roles
            FROM identity.session s
            JOIN identity.user u ON u.id = s.user_id
            CROSS JOIN LATERAL (
                SELECT array_agg(m.workspace_id ORDER BY m.joined_at, m.workspace_id) AS workspaces,
                       array_agg(m.role ORDER BY m.joined_at, m.workspace_id) AS roles
                FROM identity.member m
                JOIN identity.workspace w ON w.id = m.workspace_id AND w.deleted_at IS NULL
                WHERE m.user_id = u.id
            ) joined
            WHERE s.id = {sessionId}
              AND s.revoked_at IS NULL
              AND s.expires_at > {now}
              AND s.security_stamp = u.security_stamp
              AND u.suspended_at IS NULL
            """,
            Map,
            cancellationToken);
    }

    private static PersonState? Map(Row row)
    {
        var workspaces = row.Get<Guid[]?>("workspaces") ?? [];
        var roles = row.Get<string[]?>("roles") ?? [];
        return new PersonState(
            row.Get<Guid>("id"),
            row.Get<string>("email"),
            row.Get<bool>("installation_admin"),
            row.Get<Guid?>("default_workspace_id"),
            [.. workspaces.Zip(roles, (workspace, role) => new Membership(workspace, role))]);
    }
}
