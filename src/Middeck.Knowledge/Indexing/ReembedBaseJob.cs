using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Retrieval;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Indexing;

/// <summary>
/// Makes the vectors of a base's next model beside the present ones and lets them take over; then the old ones go. Also makes
/// vectors again that were removed, and takes away what a change that was given up has left.
/// </summary>
internal sealed class ReembedBaseJob(
    ReembeddingStore store, ChunkEmbedder embedder, IModelGateway models, BaseDirectory directory, TimeProvider clock) : IJobHandler
{
    /// <summary>The job's kind.</summary>
    public const string Kind = "knowledge.reembed";

    private const int Batch = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(job.Subject, cancellationToken) is not { } row)
        {
            return;
        }

        var caller = KnowledgeCalls.ByJob(row.WorkspaceId, userId: null, job.JobId);
        if (row.NextEmbeddingModel is not null || row.VectorsRemovedAt is not null)
        {
            // Those that were completed before the change began are all in the list; the others bring the vectors themselves.
            await EmbedAllAsync(job, row, caller, cancellationToken);
            await store.SwapAsync(row, cancellationToken);
            directory.Forget(row.Id);
        }

        await TrimAsync(job, caller, cancellationToken);
    }

    public Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
        => store.GiveUpAsync(job.Subject, job.JobId, error, cancellationToken);

    private async Task EmbedAllAsync(
        IJobContext job, KnowledgeBaseRow row, ModelCaller caller, CancellationToken cancellationToken)
    {
        var model = row.NextEmbeddingModel ?? row.EmbeddingModel;
        var (after, done, toldAt) = (Guid.Empty, 0L, clock.GetTimestamp());
        while (await store.DocumentsAsync(row.Id, after, Batch, cancellationToken) is { Count: > 0 } documents)
        {
            foreach (var scope in documents)
            {
                var before = done;
                await embedder.EmbedAsync(
                    scope,
                    caller,
                    model,
                    async embedded =>
                    {
                        if (clock.GetElapsedTime(toldAt) >= Interval)
                        {
                            toldAt = clock.GetTimestamp();
                            await TellAsync(job, row, before + embedded, cancellationToken);
                        }
                    },
                    cancellationToken);
                done += scope.Chunks;
                after = scope.DocumentId;
            }

            await TellAsync(job, row, done, cancellationToken);
        }
    }

    private Task TellAsync(IJobContext job, KnowledgeBaseRow row, long done, CancellationToken cancellationToken)
    {
        job.Report((double)done / Math.Max(row.ReembeddingTotal, done + 1), $"{done}/{row.ReembeddingTotal} chunks");
        return store.SaveProgressAsync(row.Id, row.NextEmbeddingModel, done, cancellationToken);
    }

    private async Task TrimAsync(IJobContext job, ModelCaller caller, CancellationToken cancellationToken)
    {
        // Read again: somebody may have begun another change meanwhile, whose vectors must stay.
        if (await store.FindAsync(job.Subject, cancellationToken) is { NextEmbeddingModel: null } row)
        {
            var key = row.Indexing == IndexingMethod.Economy
                ? null
                : (await models.EmbeddingsAsync(caller, row.EmbeddingModel, cancellationToken)).Key;
            await store.TrimAsync(row.Id, key, cancellationToken);
        }
    }
}
