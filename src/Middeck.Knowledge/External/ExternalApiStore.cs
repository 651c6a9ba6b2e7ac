using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.External;

/// <summary>The rows of external knowledge APIs.</summary>
internal sealed class ExternalApiStore(Database database)
{
    public Task InsertAsync(ExternalApiRow row, Guid? createdBy, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.external_api (id, workspace_id, name, description, endpoint, api_key, api_key_hint, trusted,
                                                created_by, created_at, updated_at)
            VALUES ({row.Id}, {row.WorkspaceId}, {row.Name}, {row.Description}, {row.Endpoint}, {row.ApiKey}, {row.ApiKeyHint},
                    {row.Trusted}, {createdBy}, {row.CreatedAt}, {row.UpdatedAt})
            """,
            cancellationToken);

    public Task<ExternalApiRow?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {ExternalApiRow.Columns} FROM knowledge.external_api
            WHERE id = {id} AND workspace_id = {workspaceId}
            """,
            ExternalApiRow.From,
            cancellationToken);

    /// <summary>Newest first.</summary>
    public async Task<Page<ExternalApiRow>> PageAsync(
        Guid workspaceId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT {ExternalApiRow.Columns} FROM knowledge.external_api
            WHERE workspace_id = {workspaceId} AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            ExternalApiRow.From,
            cancellationToken);
        return page.ToPage(rows, static row => row.Id);
    }

    public Task UpdateAsync(ExternalApiRow row, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE knowledge.external_api
            SET name = {row.Name}, description = {row.Description}, endpoint = {row.Endpoint}, api_key = {row.ApiKey},
                api_key_hint = {row.ApiKeyHint}, trusted = {row.Trusted}, updated_at = {row.UpdatedAt}
            WHERE id = {row.Id} AND workspace_id = {row.WorkspaceId}
            """,
            cancellationToken);

    /// <summary>False when a base uses it, or it is gone.</summary>
    public async Task<bool> DeleteUnusedAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            DELETE FROM knowledge.external_api
            WHERE id = {id} AND workspace_id = {workspaceId}
              AND NOT EXISTS (SELECT FROM knowledge.base WHERE external_api_id = {id} AND deleted_at IS NULL)
            """,
            cancellationToken) == 1;

    public Task DeleteAllAsync(Guid workspaceId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM knowledge.external_api WHERE workspace_id = {workspaceId}", cancellationToken);
}
