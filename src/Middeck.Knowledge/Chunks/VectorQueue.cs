using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Jobs;
using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Chunks;

/// <summary>
/// Has missing vectors made: at once when there are few, by a job otherwise. The document's row says that some are wanted, so
/// neither a crash nor a model that is down for a day leaves a chunk without.
/// </summary>
internal sealed partial class VectorQueue(
    VectorStore store,
    VectorMaker maker,
    IJobQueue jobs,
    IOptions<KnowledgeOptions> options,
    TimeProvider clock,
    ILogger<VectorQueue> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(1);

    /// <summary>After an edit: the vectors are there, or a job will make them.</summary>
    /// <param name="caller">Who edited.</param>
    /// <param name="document">What was edited.</param>
    /// <param name="cancellationToken">Leaves them to the sweep.</param>
    public async Task MakeSoonAsync(Caller caller, DocumentRow document, CancellationToken cancellationToken)
    {
        if ((await store.ModelsAsync(document.BaseId, cancellationToken)).Count == 0)
        {
            return;
        }

        var limit = options.Value.EmbeddingBatch;
        var missing = await store.CountAsync(document.Id, limit + 1, cancellationToken);
        if (missing > limit || missing > 0 && !await TryMakeAsync(caller, document, cancellationToken))
        {
            await EnqueueAsync(document, caller.UserId, cancellationToken);
        }
    }

    public async Task EnqueueAsync(DocumentRow document, Guid? userId, CancellationToken cancellationToken)
    {
        var jobId = await jobs.EnqueueAsync(
            new JobRequest(EmbedChunksJob.Kind, document.WorkspaceId, document.Id, document.Name, RequestedBy: userId),
            cancellationToken);
        await store.SetJobAsync(document.Id, jobId, cancellationToken);
    }

    /// <summary>Asks again for vectors whose job was lost or has given up.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var (document, jobId) in await store.TakeWaitingAsync(clock.GetUtcNow() - Overdue, cancellationToken))
        {
            var job = jobId is { } id ? await jobs.FindAsync(document.WorkspaceId, id, cancellationToken) : null;
            if (job?.State is not (JobState.Waiting or JobState.Running))
            {
                await EnqueueAsync(document, document.CreatedBy, cancellationToken);
            }
        }
    }

    private async Task<bool> TryMakeAsync(Caller caller, DocumentRow document, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await maker.MakeAsync(document, KnowledgeCalls.By(caller), either.Token);
            return true;
        }
        catch (FaultException ex)
        {
            LogLater(document.Id, ex.Fault.Code);
            return false;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            LogLater(document.Id, "timeout");
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Vectors of the edited document {Document} are made later: {Code} from the embedding model.")]
    private partial void LogLater(Guid document, string code);
}
