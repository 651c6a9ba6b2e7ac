using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Identity.Changes;
using Middeck.Identity.Tokens;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Keys;

internal sealed class ApiKeys(Database database, IdentityChanges changes, TimeProvider clock) : IApiKeys
{
    public async Task<NewApiKey> CreateAsync(CreateApiKey request, CancellationToken cancellationToken)
    {
        var key = KeyText.New(request.Kind);
        var created = new NewApiKey(Ids.New(clock), request.Name.Trim(), key, clock.GetUtcNow());
        await database.ExecuteAsync(
            $"""
            INSERT INTO identity.api_key
                (id, workspace_id, kind, name, key_hash, masked, resource_id, scopes, created_by, created_at, expires_at)
            VALUES ({created.Id}, {request.WorkspaceId}, {request.Kind}, {created.Name}, {SecretToken.Hash(key)},
                    {KeyText.Mask(request.Kind, key)}, {request.ResourceId}, {request.Scopes.ToArray()},
                    {request.CreatedBy}, {created.CreatedAt}, {request.ExpiresAt?.ToUniversalTime()})
            """,
            cancellationToken);
        return created;
    }

    public async Task<Page<ApiKey>> ListAsync(
        Guid workspaceId, ApiKeyKind kind, Guid? resourceId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT id, name, masked, scopes, created_at, last_used_at, expires_at
            FROM identity.api_key
            WHERE workspace_id = {workspaceId} AND kind = {kind}
              AND ({resourceId}::uuid IS NULL OR resource_id = {resourceId}::uuid)
              AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC
            LIMIT {page.Fetch}
            """,
            row => new ApiKey(
                row.Get<Guid>("id"),
                row.Get<string>("name"),
                row.Get<string>("masked"),
                row.Get<string[]>("scopes"),
                row.Get<DateTimeOffset>("created_at"),
                row.Get<DateTimeOffset?>("last_used_at"),
                row.Get<DateTimeOffset?>("expires_at")),
            cancellationToken);
        return page.ToPage(rows, key => key.Id);
    }

    public Task<bool> RevokeAsync(Guid workspaceId, Guid keyId, CancellationToken cancellationToken)
        => RevokeAsync(keyId, SqlText.Of($"workspace_id = {workspaceId}"), cancellationToken);

    public Task<bool> RevokeAsync(
        Guid workspaceId, ApiKeyKind kind, Guid keyId, CancellationToken cancellationToken)
        => RevokeAsync(keyId, SqlText.Of($"workspace_id = {workspaceId} AND kind = {kind}"), cancellationToken);

    public Task SuspendResourceAsync(
        Guid workspaceId, Guid resourceId, bool suspended, CancellationToken cancellationToken)
        => ChangeAsync(
            SqlText.Of(
                $"""
                UPDATE identity.api_key SET suspended_at = CASE WHEN {suspended} THEN {clock.GetUtcNow()} END
                WHERE workspace_id = {workspaceId} AND resource_id = {resourceId} RETURNING id
                """),
            cancellationToken);

    public Task RevokeResourceAsync(Guid workspaceId, Guid resourceId, CancellationToken cancellationToken)
        => ChangeAsync(
            SqlText.Of(
                $"""
                DELETE FROM identity.api_key WHERE workspace_id = {workspaceId} AND resource_id = {resourceId} RETURNING id
                """),
            cancellationToken);

    private async Task ChangeAsync(SqlText sql, CancellationToken cancellationToken)
    {
        foreach (var id in await database.QueryAsync(sql, static row => row.At<Guid>(0), cancellationToken))
        {
            await changes.KeyAsync(id, cancellationToken);
        }
    }

    private async Task<bool> RevokeAsync(Guid keyId, SqlText condition, CancellationToken cancellationToken)
    {
        var revoked = await database.ExecuteAsync(
            $"DELETE FROM identity.api_key WHERE id = {keyId} AND {condition}", cancellationToken);
        if (revoked == 0)
        {
            return false;
        }

        await changes.KeyAsync(keyId, cancellationToken);
        return true;
    }
}
