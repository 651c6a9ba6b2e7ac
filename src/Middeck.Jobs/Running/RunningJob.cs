using Middeck.Jobs.Queue;

namespace Middeck.Jobs.Running;

/// <summary>A job that this node works on under a lease.</summary>
internal sealed class RunningJob : IDisposable
{
    private static readonly AsyncLocal<Guid?> Current = new();

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private bool _ended;

    public RunningJob(JobRow row, DateTimeOffset leaseExpiresAt)
    {
        Row = row;
        LeaseExpiresAt = leaseExpiresAt;
        Stopping = _stop.Token;
    }

    /// <summary>The job whose handler is calling; null outside of handlers.</summary>
    public static Guid? CurrentId => Current.Value;

    public JobRow Row { get; }

    public Guid Id => Row.Job.Id;

    public int Attempt => Row.Job.Attempt;

    public DateTimeOffset LeaseExpiresAt { get; set; }

    public CancellationToken Stopping { get; }

    /// <summary>How far the handler said it was at last; null when the row says so already.</summary>
    public (double Progress, string? Fact)? LastReport { get; set; }

    public StopReason Reason { get; private set; }

    /// <summary>Completed when the node has nothing more to do with the job.</summary>
    public Task Completion { get; set; } = Task.CompletedTask;

    public static void Enter(RunningJob job) => Current.Value = job.Id;

    /// <summary>Fires the handler's token. The first reason counts.</summary>
    public void Stop(StopReason reason)
    {
        lock (_lock)
        {
            if (_ended || Reason != StopReason.None)
            {
                return;
            }

            Reason = reason;
            // Handlers' callbacks run in their own thread, not in the caller's.
            _ = _stop.CancelAsync();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
            _stop.Dispose();
        }
    }
}
