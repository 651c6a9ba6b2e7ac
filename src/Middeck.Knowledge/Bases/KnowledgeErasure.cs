using Middeck.Core.Workspaces;
using Middeck.Knowledge.External;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Bases;

/// <summary>Removes the knowledge of a workspace that is being deleted.</summary>
internal sealed class KnowledgeErasure(Database database, BaseRemoval removal, ExternalApiStore externalApis) : IWorkspaceErasure
{
    public async Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        var ids = await database.QueryAsync(
            $"SELECT id FROM knowledge.base WHERE workspace_id = {workspaceId}",
            static row => row.At<Guid>(0),
            cancellationToken);
        foreach (var id in ids)
        {
            await removal.RemoveAsync(workspaceId, id, cancellationToken);
        }

        await externalApis.DeleteAllAsync(workspaceId, cancellationToken);
        await database.ExecuteAsync($"DELETE FROM knowledge.tag WHERE workspace_id = {workspaceId}", cancellationToken);
    }
}
