using Middeck.Core.Errors;
using Middeck.Jobs;

namespace Middeck.Knowledge.Sources;

/// <summary>Runs a source once.</summary>
internal sealed class SyncSourceJob(SourceRunStore runs, SourceSync sync, SourceEvents events) : IJobHandler
{
    /// <summary>The job's kind.</summary>
    public const string Kind = "knowledge.sync_source";

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        if (await runs.BeginAsync(job.Subject, job.JobId, cancellationToken) is not var (source, run))
        {
            return;
        }

        events.Changed(source, run);
        try
        {
            if (await sync.RunAsync(job, source, run, cancellationToken) is { } end)
            {
                await EndAsync(job, end, cancellationToken);
            }
        }
        catch (FaultException ex)
        {
            // Here, where the code is known: the job's end hears only the sentence.
            await EndAsync(job, SyncEnd.Failed(ex.Fault.Code, ex.Fault.Detail), CancellationToken.None);
            throw;
        }
    }

    public Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
        => EndAsync(
            job,
            state == JobState.Cancelled ? SyncEnd.Cancelled : SyncEnd.Failed("knowledge.source_failed", error),
            cancellationToken);

    private async Task EndAsync(IJobContext job, SyncEnd end, CancellationToken cancellationToken)
    {
        if (await runs.EndAsync(job.Subject, job.JobId, end, cancellationToken) is var (source, run))
        {
            events.Changed(source, run);
        }
    }
}
