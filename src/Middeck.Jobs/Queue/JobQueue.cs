using System.Text;
using Microsoft.Extensions.Logging;
using Middeck.Core.Identifiers;
using Middeck.Jobs.Running;
using Middeck.Storage.Notifications;

namespace Middeck.Jobs.Queue;

/// <summary>What the rooms above use.</summary>
internal sealed partial class JobQueue(
    JobStore store,
    JobHandlerCatalogue handlers,
    JobSettler settler,
    JobAnnouncer announcer,
    WorkSignal signal,
    INotificationBus bus,
    TimeProvider clock,
    ILogger<JobQueue> logger) : IJobQueue
{
    private const int MaxPayloadBytes = 128 * 1024;

    public async Task<Guid> EnqueueAsync(JobRequest request, CancellationToken cancellationToken)
    {
        handlers.RefuseUnknown(request.Kind);
        if (Encoding.UTF8.GetByteCount(request.PayloadJson) > MaxPayloadBytes)
        {
            throw new ArgumentException($"A job's payload holds at most {MaxPayloadBytes} bytes.", nameof(request));
        }

        var id = request.Id ?? Ids.New(clock);
        await store.InsertAsync(id, request, cancellationToken);
        await WakeAsync(request.Kind);
        return id;
    }

    public async Task<Job?> FindAsync(Guid workspaceId, Guid jobId, CancellationToken cancellationToken)
        => (await store.FindAsync(workspaceId, jobId, cancellationToken))?.Job;

    public async Task<CancelOutcome> CancelAsync(Guid workspaceId, Guid jobId, CancellationToken cancellationToken)
    {
        if (await store.CancelAsync(workspaceId, jobId, cancellationToken) is not { } row)
        {
            return await FindAsync(workspaceId, jobId, cancellationToken) is { } job
                ? new CancelOutcome.AlreadyFinished(job.State)
                : new CancelOutcome.NotFound();
        }

        if (row.Job.State == JobState.Cancelled)
        {
            announcer.Changed(row.Job);
            await settler.SettleAsync(row, CancellationToken.None);
        }
        else
        {
            await TellAsync(JobChannels.Cancel, jobId.ToString());
        }

        return new CancelOutcome.Cancelled(row.Job);
    }

    public async Task<RetryOutcome> RetryAsync(Guid workspaceId, Guid jobId, CancellationToken cancellationToken)
    {
        if (await store.RetryAsync(workspaceId, jobId, cancellationToken) is { } row)
        {
            announcer.Changed(row.Job);
            await WakeAsync(row.Job.Kind);
            return new RetryOutcome.Queued(row.Job);
        }

        return await FindAsync(workspaceId, jobId, cancellationToken) is { } job
            ? new RetryOutcome.NotFailed(job.State)
            : new RetryOutcome.NotFound();
    }

    private Task WakeAsync(string kind)
    {
        signal.Set();
        return TellAsync(JobChannels.Waiting, kind);
    }

    // The row is written; whether the other nodes hear of it now or at their next look does not change the answer.
    private async Task TellAsync(string channel, string payload)
    {
        try
        {
            await bus.PublishAsync(channel, payload, CancellationToken.None);
        }
        catch (Exception ex)
        {
            LogNotTold(ex, channel);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The other nodes were not told on {Channel}; they will find the row by themselves.")]
    private partial void LogNotTold(Exception exception, string channel);
}
