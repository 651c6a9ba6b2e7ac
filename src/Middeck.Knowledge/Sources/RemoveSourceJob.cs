using Middeck.Jobs;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Sources;

/// <summary>Removes a source with its documents.</summary>
internal sealed class RemoveSourceJob(Database database, SourceDocuments documents, TimeProvider clock) : IJobHandler
{
    /// <summary>The job's kind.</summary>
    public const string Kind = "knowledge.remove_source";

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        await documents.RemoveAllAsync(job.WorkspaceId, job.Subject, cancellationToken);
        await database.ExecuteAsync(
            $"DELETE FROM knowledge.source WHERE id = {job.Subject} AND workspace_id = {job.WorkspaceId}", cancellationToken);
    }

    // The sweep asks for another job.
    public Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE knowledge.source SET requested_at = {clock.GetUtcNow()}
            WHERE id = {job.Subject} AND workspace_id = {job.WorkspaceId} AND state = {SourceState.Removing}
            """,
            cancellationToken);
}
