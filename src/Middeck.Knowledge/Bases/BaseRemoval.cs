using Middeck.Jobs;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Retrieval.Following;
using Middeck.Knowledge.Uploads;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Bases;

/// <summary>Clears a base document by document, so that no statement runs long however much is in it.</summary>
internal sealed class BaseRemoval(
    Database database, DocumentRemoval documents, UploadRemoval uploads, IndexTargets targets, IJobQueue jobs)
{
    private const int Batch = 100;

    /// <summary>May be called again after a crash.</summary>
    public async Task RemoveAsync(Guid workspaceId, Guid baseId, CancellationToken cancellationToken)
    {
        while (await NextAsync(workspaceId, baseId, cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var row in batch)
            {
                if (row.JobId is { } jobId)
                {
                    await jobs.CancelAsync(workspaceId, jobId, cancellationToken);
                }

                await documents.RemoveAsync(row, cancellationToken);
            }
        }

        await uploads.RemoveAllAsync(workspaceId, baseId, cancellationToken);
        foreach (var target in targets.All)
        {
            await target.ClearAsync(baseId, cancellationToken);
        }

        await database.ExecuteAsync(
            $"DELETE FROM knowledge.base WHERE id = {baseId} AND workspace_id = {workspaceId}", cancellationToken);
    }

    private Task<List<DocumentRow>> NextAsync(Guid workspaceId, Guid baseId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {DocumentRow.Columns} FROM knowledge.document
            WHERE base_id = {baseId} AND workspace_id = {workspaceId} LIMIT {Batch}
            """,
            DocumentRow.From,
            cancellationToken);
}
