using Middeck.Storage.Sql;

namespace Middeck.Identity.Accounts;

/// <summary>The rows of accounts.</summary>
internal sealed class AccountStore(Database database)
{
    public Task<List<Account>> ListAsync(CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT u.id, u.email, u.name, u.installation_admin, u.suspended_at IS NOT NULL AS disabled, u.must_change_password,
                   (SELECT count(*)::int FROM identity.member m WHERE m.user_id = u.id) AS workspaces, u.created_at, u.last_login_at
            FROM identity.user u ORDER BY u.id
            """,
            row => new Account(
                row.Get<Guid>("id"),
                row.Get<string>("email"),
                row.Get<string>("name"),
                row.Get<bool>("installation_admin"),
                row.Get<bool>("disabled"),
                row.Get<bool>("must_change_password"),
                row.Get<int>("workspaces"),
                row.Get<DateTimeOffset>("created_at"),
                row.Get<DateTimeOffset?>("last_login_at")),
            cancellationToken);

    /// <summary>The workspace of an id or a name, or the first one for null; null when there is none.</summary>
    public Task<Guid?> WorkspaceAsync(string? workspace, CancellationToken cancellationToken)
        => database.ScalarAsync<Guid?>(
            $"""
            SELECT id FROM identity.workspace
            WHERE deleted_at IS NULL AND ({workspace}::text IS NULL OR id::text = {workspace} OR name = {workspace})
            ORDER BY id LIMIT 1
            """,
            cancellationToken);

    public static Task JoinAsync(
        ISql sql, Guid workspaceId, Guid userId, string role, DateTimeOffset now, CancellationToken cancellationToken)
        => sql.ExecuteAsync(
            $"""
            INSERT INTO identity.member (workspace_id, user_id, role, joined_at) VALUES ({workspaceId}, {userId}, {role}, {now})
            """,
            cancellationToken);

    /// <summary>A new stamp ends every session.</summary>
    public static async Task SetPasswordAsync(
        ISql sql, Guid userId, string hash, bool mustChange, Guid stamp, CancellationToken cancellationToken)
    {
        await sql.ExecuteAsync(
            $"""
            UPDATE identity.user SET password_hash = {hash}, must_change_password = {mustChange}, security_stamp = {stamp}
            WHERE id = {userId}
            """,
            cancellationToken);
        await sql.ExecuteAsync($"DELETE FROM identity.one_time_token WHERE user_id = {userId}", cancellationToken);
    }

    /// <summary>Changes what is not null, unless nobody would be left who administers the installation.</summary>
    /// <returns>Whether it was changed.</returns>
    public static async Task<bool> ChangeAsync(
        ISql sql, Guid userId, bool? isAdministrator, bool? isDisabled, DateTimeOffset now, Guid stamp, CancellationToken cancellationToken)
    {
        // Two who take each other's rights away at the same moment must come one after the other.
        await sql.ExecuteAsync($"SELECT FROM identity.user WHERE installation_admin ORDER BY id FOR UPDATE", cancellationToken);
        var isLast = (isAdministrator == false || isDisabled == true) && !await sql.ScalarAsync<bool>(
            $"SELECT true FROM identity.user WHERE installation_admin AND suspended_at IS NULL AND id <> {userId} LIMIT 1",
            cancellationToken);
        if (isLast && await sql.ScalarAsync<bool>($"SELECT installation_admin FROM identity.user WHERE id = {userId}", cancellationToken))
        {
            return false;
        }

        await sql.ExecuteAsync(
            $"""
            UPDATE identity.user SET
                installation_admin = coalesce({isAdministrator}::boolean, installation_admin),
                suspended_at = CASE {isDisabled}::boolean WHEN true THEN {now}::timestamptz WHEN false THEN NULL ELSE suspended_at END,
                security_stamp = CASE WHEN {isDisabled}::boolean IS NULL THEN security_stamp ELSE {stamp} END
            WHERE id = {userId}
            """,
            cancellationToken);
        return true;
    }
}
