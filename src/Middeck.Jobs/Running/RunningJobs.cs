using System.Collections.Concurrent;

namespace Middeck.Jobs.Running;

/// <summary>What this node works on at the moment.</summary>
internal sealed class RunningJobs
{
    private readonly ConcurrentDictionary<Guid, RunningJob> _jobs = new();

    public IReadOnlyList<RunningJob> All => [.. _jobs.Values];

    public int CountOf(string kind) => _jobs.Values.Count(job => job.Row.Job.Kind == kind);

    public void Add(RunningJob job) => _jobs[job.Id] = job;

    public void Remove(RunningJob job) => _jobs.TryRemove(new(job.Id, job));

    public void Stop(Guid id, StopReason reason)
    {
        if (_jobs.TryGetValue(id, out var job))
        {
            job.Stop(reason);
        }
    }

    /// <summary>Puts everything back into the queue and returns when that is done.</summary>
    public Task ShutDownAsync()
    {
        var running = All;
        foreach (var job in running)
        {
            job.Stop(StopReason.Shutdown);
        }

        return Task.WhenAll(running.Select(job => job.Completion));
    }
}
