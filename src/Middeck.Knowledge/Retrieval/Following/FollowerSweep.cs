using Middeck.Jobs;

namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>Gives bases whose indexes are behind the job that brings them up to date.</summary>
internal sealed class FollowerSweep(FollowerState state, IndexTargets targets, IJobQueue jobs)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var target in targets.Chosen)
        {
            await state.AddAllAsync(target.Backend, cancellationToken);
        }

        string[] backends = [.. targets.All.Select(static target => target.Backend)];
        foreach (var late in await state.LateAsync(backends, cancellationToken))
        {
            await EnqueueAsync(late.WorkspaceId, late.Id, late.Name, cancellationToken);
        }
    }

    public Task EnqueueAsync(Guid workspaceId, Guid baseId, string name, CancellationToken cancellationToken)
        => jobs.EnqueueAsync(new JobRequest(FollowBaseJob.Kind, workspaceId, baseId, name), cancellationToken);
}
