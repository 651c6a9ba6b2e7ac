using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Extensions;

/// <summary>The rows of API extensions.</summary>
internal sealed class ApiExtensionStore(Database database)
{
    public Task InsertAsync(ApiExtensionRow row, Guid? createdBy, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO studio.api_extension
                (id, workspace_id, name, url, api_key, api_key_hint, created_by, created_at, updated_at)
            VALUES ({row.Id}, {row.WorkspaceId}, {row.Name}, {row.Url}, {row.ApiKey}, {row.ApiKeyHint}, {createdBy}::uuid,
                {row.CreatedAt}, {row.UpdatedAt})
            """,
            cancellationToken);

    public Task<ApiExtensionRow?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT * FROM studio.api_extension WHERE workspace_id = {workspaceId} AND id = {id}",
            ApiExtensionRow.From,
            cancellationToken);

    public Task<List<ApiExtensionRow>> ListAsync(Guid workspaceId, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT * FROM studio.api_extension
            WHERE workspace_id = {workspaceId} AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            ApiExtensionRow.From,
            cancellationToken);

    public Task UpdateAsync(ApiExtensionRow row, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.api_extension SET name = {row.Name}, url = {row.Url}, api_key = {row.ApiKey},
                api_key_hint = {row.ApiKeyHint}, updated_at = {row.UpdatedAt}
            WHERE workspace_id = {row.WorkspaceId} AND id = {row.Id}
            """,
            cancellationToken);

    public Task DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM studio.api_extension WHERE workspace_id = {workspaceId} AND id = {id}", cancellationToken);
}
