using Middeck.Jobs;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>Brings the indexes of a base that are outside the nodes' memory up to its rows.</summary>
internal sealed class FollowBaseJob(
    KnowledgeBaseStore bases, IndexFollower follower, IndexTargets targets, LargeBases large) : IJobHandler
{
    /// <summary>The job's kind.</summary>
    public const string Kind = "knowledge.follow_base";

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        if (await bases.FindAsync(job.WorkspaceId, job.Subject, cancellationToken) is not { } row)
        {
            return;
        }

        foreach (var target in targets.All)
        {
            await follower.FollowAsync(
                row,
                target,
                (done, all) => job.Report((double)done / all, $"{target.Backend} {done}/{all}"),
                cancellationToken);
        }

        await large.ReturnIfSmallAsync(row, cancellationToken);
    }

    // The sweep finds bases that are behind and asks for another job.
    public Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
        => Task.CompletedTask;
}
