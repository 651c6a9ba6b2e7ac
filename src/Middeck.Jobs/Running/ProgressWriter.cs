using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Middeck.Jobs.Queue;

namespace Middeck.Jobs.Running;

/// <summary>
/// Writes a job's progress to its row: the newest report every half second. Reports in between cost nothing, nor do those of a job
/// that is quicker; the last one is written together with the job's end.
/// </summary>
internal sealed partial class ProgressWriter(
    RunningJob job, LeaseStore leases, JobAnnouncer announcer, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Channel<(double Progress, string? Fact)> _reports = Channel.CreateBounded<(double, string?)>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    // Not the channel's own completion, which waits until the last report is read.
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Report(double progress, string? fact) => _reports.Writer.TryWrite((progress, fact));

    /// <summary>No more reports. What is not written yet is left to the job's end.</summary>
    public void Complete()
    {
        _reports.Writer.TryComplete();
        _ended.TrySetResult();
    }

    public async Task RunAsync()
    {
        while (await _reports.Reader.WaitToReadAsync())
        {
            // Whichever comes first: half a second, or the end of the job.
            await Task.WhenAny(Task.Delay(Interval, clock), _ended.Task);
            var report = await _reports.Reader.ReadAsync();
            if (_ended.Task.IsCompleted)
            {
                job.LastReport = report;
            }
            else
            {
                await WriteAsync(report);
            }
        }
    }

    private async Task WriteAsync((double Progress, string? Fact) report)
    {
        try
        {
            if (await leases.ProgressAsync(job, report.Progress, report.Fact, CancellationToken.None) is { } row)
            {
                announcer.Changed(row.Job);
            }
        }
        catch (Exception ex)
        {
            // Progress is for the eye; the work goes on without it.
            LogNotWritten(ex, job.Id);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The progress of job {JobId} could not be written.")]
    private partial void LogNotWritten(Exception exception, Guid jobId);
}
