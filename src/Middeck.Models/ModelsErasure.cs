using Middeck.Core.Workspaces;
using Middeck.Models.Catalogue;
using Middeck.Storage.Sql;

namespace Middeck.Models;

/// <summary>Removes a workspace's providers, defaults and usage.</summary>
internal sealed class ModelsErasure(Database database, ModelCatalogue catalogue) : IWorkspaceErasure
{
    private const int Batch = 5000;

    public async Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        await database.InTransactionAsync(
            async sql =>
            {
                await sql.ExecuteAsync($"DELETE FROM models.provider WHERE workspace_id = {workspaceId}", cancellationToken);
                await sql.ExecuteAsync($"DELETE FROM models.default_model WHERE workspace_id = {workspaceId}", cancellationToken);
                await sql.ExecuteAsync(
                    $"DELETE FROM models.configured_provider WHERE workspace_id = {workspaceId}", cancellationToken);
                await sql.ExecuteAsync($"DELETE FROM models.usage_daily WHERE workspace_id = {workspaceId}", cancellationToken);
                await sql.ExecuteAsync(
                    $"DELETE FROM models.usage_daily_cost WHERE workspace_id = {workspaceId}", cancellationToken);
            },
            cancellationToken);
        await catalogue.ChangedAsync(workspaceId, cancellationToken);
        int removed;
        do
        {
            removed = await database.ExecuteAsync(
                $"""
                DELETE FROM models.usage WHERE id IN
                    (SELECT id FROM models.usage WHERE workspace_id = {workspaceId} ORDER BY id LIMIT {Batch})
                """,
                cancellationToken);
        }
        while (removed == Batch);
    }
}
