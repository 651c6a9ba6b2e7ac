using Middeck.Storage.Sql;

namespace Middeck.Identity.Access;

internal sealed class AccessStore(Database database) : IAccessLists
{
    public async Task<AccessList> ReadAsync(
        Guid workspaceId, ResourceKind kind, Guid resourceId, CancellationToken cancellationToken)
    {
        var mode = await database.ScalarAsync<string>(
            $"""
            SELECT mode FROM identity.resource_access
            WHERE workspace_id = {workspaceId} AND kind = {kind} AND resource_id = {resourceId}
            """,
            cancellationToken);
        var grants = await database.QueryAsync(
            $"""
            SELECT g.user_id, u.email, u.name, g.level
            FROM identity.resource_grant g
            JOIN identity.user u ON u.id = g.user_id
            WHERE g.workspace_id = {workspaceId} AND g.kind = {kind} AND g.resource_id = {resourceId}
            ORDER BY u.name COLLATE "zh-x-icu", g.user_id
            """,
            row => new AccessGrant(
                row.Get<Guid>("user_id"), row.Get<string>("email"), row.Get<string>("name"), row.Word<AccessLevel>("level")),
            cancellationToken);
        return new AccessList(mode is null ? AccessMode.Workspace : SnakeCase.Parse<AccessMode>(mode), grants);
    }

    /// <summary>Replaces the list. False when somebody on it is no member of the workspace.</summary>
    public Task<bool> WriteAsync(
        Guid workspaceId, ResourceKind kind, Guid resourceId, AccessList list, CancellationToken cancellationToken)
    {
        var people = list.Grants.Select(grant => grant.UserId).ToArray();
        var levels = list.Grants.Select(grant => SnakeCase.Of(grant.Level.ToString())).ToArray();
        return database.InTransactionAsync(
            async sql =>
            {
                var members = await sql.ScalarAsync<long>(
                    $"SELECT count(*) FROM identity.member WHERE workspace_id = {workspaceId} AND user_id = ANY({people})",
                    cancellationToken);
                if (members != people.Length)
                {
                    return false;
                }

                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO identity.resource_access (workspace_id, kind, resource_id, mode)
                    VALUES ({workspaceId}, {kind}, {resourceId}, {list.Mode})
                    ON CONFLICT (workspace_id, kind, resource_id) DO UPDATE SET mode = EXCLUDED.mode
                    """,
                    cancellationToken);
                await sql.ExecuteAsync(
                    $"""
                    DELETE FROM identity.resource_grant
                    WHERE workspace_id = {workspaceId} AND kind = {kind} AND resource_id = {resourceId}
                    """,
                    cancellationToken);
                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO identity.resource_grant (workspace_id, kind, resource_id, user_id, level)
                    SELECT {workspaceId}, {kind}, {resourceId}, person, level
                    FROM unnest({people}, {levels}) AS given (person, level)
                    """,
                    cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>What the person was granted; null for nothing. Not listed says that the resource is open to the workspace.</summary>
    public async Task<(bool Listed, AccessLevel? Level)> LevelAsync(
        Guid workspaceId, ResourceKind kind, Guid resourceId, Guid userId, CancellationToken cancellationToken)
        => await database.FirstOrDefaultAsync(
            $"""
            SELECT g.level
            FROM identity.resource_access a
            LEFT JOIN identity.resource_grant g
                ON g.workspace_id = a.workspace_id AND g.kind = a.kind AND g.resource_id = a.resource_id
                AND g.user_id = {userId}
            WHERE a.workspace_id = {workspaceId} AND a.kind = {kind} AND a.resource_id = {resourceId} AND a.mode = 'listed'
            """,
            row => (true, row.Get<string?>("level") is { } level ? SnakeCase.Parse<AccessLevel>(level) : (AccessLevel?)null),
            cancellationToken);

    /// <summary>Those among the resources that are listed without the person on the list.</summary>
    public Task<List<Guid>> HiddenAsync(
        Guid workspaceId,
        ResourceKind kind,
        IReadOnlyCollection<Guid> resourceIds,
        Guid userId,
        CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT a.resource_id
            FROM identity.resource_access a
            WHERE a.workspace_id = {workspaceId} AND a.kind = {kind} AND a.mode = 'listed'
              AND a.resource_id = ANY({resourceIds.ToArray()})
              AND NOT EXISTS (
                  SELECT FROM identity.resource_grant g
                  WHERE g.workspace_id = a.workspace_id AND g.kind = a.kind AND g.resource_id = a.resource_id
                    AND g.user_id = {userId})
            """,
            row => row.Get<Guid>("resource_id"),
            cancellationToken);

    public Task RemoveAsync(
        Guid workspaceId, ResourceKind kind, Guid resourceId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            DELETE FROM identity.resource_access
            WHERE workspace_id = {workspaceId} AND kind = {kind} AND resource_id = {resourceId}
            """,
            cancellationToken);
}
