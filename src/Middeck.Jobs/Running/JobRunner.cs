using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Middeck.Core.Errors;
using Middeck.Jobs.Queue;

namespace Middeck.Jobs.Running;

/// <summary>Runs one attempt of one job and writes down how it ended. Never throws.</summary>
internal sealed partial class JobRunner(
    LeaseStore leases,
    JobHandlerCatalogue handlers,
    JobSettler settler,
    JobAnnouncer announcer,
    IServiceScopeFactory scopes,
    IEnumerable<IErrorSink> errors,
    TimeProvider clock,
    ILogger<JobRunner> logger)
{
    public async Task RunAsync(RunningJob job)
    {
        using var activity = new Activity($"job {job.Row.Job.Kind}");
        activity.SetParentId(
            ActivityTraceId.CreateFromString(job.Row.Job.TraceId), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        activity.Start();
        RunningJob.Enter(job);
        announcer.Changed(job.Row.Job);
        try
        {
            var failure = await AttemptAsync(job);
            // The attempt is over; how it ended must be written whatever happens to this node.
            await WriteEndAsync(job, failure);
        }
        catch (Exception ex)
        {
            // The database is not there. The lease ends, and the job is taken up again.
            LogEndNotWritten(ex, job.Row.Job.Kind, job.Id);
        }
    }

    private async Task<Exception?> AttemptAsync(RunningJob job)
    {
        if (job.Row.CancelRequested)
        {
            job.Stop(StopReason.Cancel);
            return new OperationCanceledException();
        }

        if (job.Attempt > job.Row.Job.MaxAttempts)
        {
            return new FaultException(new Fault(
                FaultKind.Unavailable,
                "jobs.node_stopped",
                $"The node that worked on it stopped {job.Row.Job.MaxAttempts} times before it was done."));
        }

        var progress = new ProgressWriter(job, leases, announcer, clock, logger);
        var writing = progress.RunAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var handler = handlers.Create(job.Row.Job.Kind, scope.ServiceProvider)!;
            await handler.ExecuteAsync(new JobContext(job.Row, progress), job.Stopping);
            return null;
        }
        catch (Exception ex)
        {
            return ex;
        }
        finally
        {
            progress.Complete();
            await writing;
        }
    }

    private async Task WriteEndAsync(RunningJob job, Exception? failure)
    {
        switch (failure)
        {
            case null:
                Announce(await leases.SucceedAsync(job, CancellationToken.None));
                break;
            case not null when job.Reason == StopReason.Cancel:
                await EndAsync(job, JobState.Cancelled, null);
                break;
            case not null when job.Reason == StopReason.Shutdown:
                Announce(await leases.ReturnAsync(job, CancellationToken.None));
                break;
            case not null when job.Reason == StopReason.LeaseLost:
                LogLeaseLost(job.Row.Job.Kind, job.Id);
                break;
            case FaultException { Fault: var fault }:
                await FailAsync(job, failure, fault.Detail);
                break;
            case not null when job.Attempt < job.Row.Job.MaxAttempts:
                LogWillRetry(failure, job.Row.Job.Kind, job.Id, job.Attempt);
                var notBefore = clock.GetUtcNow() + RetryDelay.After(job.Attempt);
                Announce(await leases.RetryAsync(job, notBefore, failure.Message, CancellationToken.None));
                break;
            default:
                LogGaveUp(failure, job.Row.Job.Kind, job.Id, job.Attempt);
                await FailAsync(job, failure, failure.Message);
                break;
        }
    }

    private async Task FailAsync(RunningJob job, Exception failure, string error)
    {
        var report = new ErrorReport(
            job.Row.Job.TraceId!,
            "job",
            job.Row.Job.Kind,
            error,
            failure.GetType().FullName,
            failure.ToString(),
            job.Row.Job.WorkspaceId,
            job.Row.RequestedBy);
        foreach (var sink in errors)
        {
            await sink.ReportAsync(report, CancellationToken.None);
        }

        await EndAsync(job, JobState.Failed, error);
    }

    private async Task EndAsync(RunningJob job, JobState state, string? error)
    {
        if (await leases.EndAsync(job, state, error, CancellationToken.None) is { } row)
        {
            announcer.Changed(row.Job);
            await settler.SettleAsync(row, CancellationToken.None);
        }
    }

    private void Announce(JobRow? row)
    {
        if (row is not null)
        {
            announcer.Changed(row.Job);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Job {Kind} {JobId} failed in attempt {Attempt} and will be tried again.")]
    private partial void LogWillRetry(Exception exception, string kind, Guid jobId, int attempt);

    [LoggerMessage(LogLevel.Error, "Job {Kind} {JobId} failed in attempt {Attempt}, its last.")]
    private partial void LogGaveUp(Exception exception, string kind, Guid jobId, int attempt);

    [LoggerMessage(LogLevel.Warning, "The lease of job {Kind} {JobId} was lost; another node goes on with it.")]
    private partial void LogLeaseLost(string kind, Guid jobId);

    [LoggerMessage(LogLevel.Error, "The end of job {Kind} {JobId} could not be written; it runs again when its lease has ended.")]
    private partial void LogEndNotWritten(Exception exception, string kind, Guid jobId);
}
