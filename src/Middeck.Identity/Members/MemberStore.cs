using Middeck.Core.Paging;
using Middeck.Identity.Authentication;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Members;

internal sealed class MemberStore(Database database)
{
    private static SqlText Columns => SqlText.Of($"""
        SELECT m.user_id, u.email, u.name, m.role, m.joined_at, u.suspended_at IS NOT NULL AS suspended,
               (SELECT max(s.last_seen_at) FROM identity.session s WHERE s.user_id = u.id) AS last_seen_at
        FROM identity.member m
        JOIN identity.user u ON u.id = m.user_id
        """);

    public async Task<Page<Member>> ListAsync(
        Guid workspaceId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            {Columns}
            WHERE m.workspace_id = {workspaceId} AND ({page.After}::uuid IS NULL OR m.user_id < {page.After}::uuid)
            ORDER BY m.user_id DESC
            LIMIT {page.Fetch}
            """,
            Member.Map,
            cancellationToken);
        return page.ToPage(rows, member => member.UserId);
    }

    public Task<Member?> FindAsync(Guid workspaceId, Guid userId, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"{Columns} WHERE m.workspace_id = {workspaceId} AND m.user_id = {userId}", Member.Map!, cancellationToken);

    /// <summary>Where somebody is a member, and as what.</summary>
    public Task<List<Membership>> ListOfPersonAsync(Guid userId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT m.workspace_id, m.role FROM identity.member m
            JOIN identity.workspace w ON w.id = m.workspace_id AND w.deleted_at IS NULL
            WHERE m.user_id = {userId}
            """,
            row => new Membership(row.Get<Guid>("workspace_id"), row.Get<string>("role")),
            cancellationToken);

    /// <summary>The role of a member, with the workspace locked until the transaction ends; null when there is no such member.</summary>
    public static async Task<string?> LockRoleAsync(
        ISql sql, Guid workspaceId, Guid userId, CancellationToken cancellationToken)
    {
        // Two owners who demote each other at the same moment must come one after the other.
        await sql.ExecuteAsync(
            $"SELECT FROM identity.workspace WHERE id = {workspaceId} FOR UPDATE", cancellationToken);
        return await sql.ScalarAsync<string>(
            $"SELECT role FROM identity.member WHERE workspace_id = {workspaceId} AND user_id = {userId}",
            cancellationToken);
    }

    public static async Task<bool> HasOtherOwnerAsync(
        ISql sql, Guid workspaceId, Guid userId, CancellationToken cancellationToken)
        => await sql.ScalarAsync<bool>(
            $"""
            SELECT true FROM identity.member
            WHERE workspace_id = {workspaceId} AND user_id <> {userId} AND role = 'owner' LIMIT 1
            """,
            cancellationToken);

    public static Task SetRoleAsync(
        ISql sql, Guid workspaceId, Guid userId, string role, CancellationToken cancellationToken)
        => sql.ExecuteAsync(
            $"""
            UPDATE identity.member SET role = {role} WHERE workspace_id = {workspaceId} AND user_id = {userId}
            """,
            cancellationToken);

    /// <summary>Takes somebody out of a workspace with the grants that the person had there.</summary>
    public static async Task RemoveAsync(ISql sql, Guid workspaceId, Guid userId, CancellationToken cancellationToken)
    {
        await sql.ExecuteAsync(
            $"DELETE FROM identity.member WHERE workspace_id = {workspaceId} AND user_id = {userId}", cancellationToken);
        await sql.ExecuteAsync(
            $"DELETE FROM identity.resource_grant WHERE workspace_id = {workspaceId} AND user_id = {userId}",
            cancellationToken);
        await sql.ExecuteAsync(
            $"""
            UPDATE identity.user SET default_workspace_id = NULL
            WHERE id = {userId} AND default_workspace_id = {workspaceId}
            """,
            cancellationToken);
    }
}
