using Middeck.Jobs;
using Middeck.Operations.Checks;
using Middeck.Operations.Language;

namespace Middeck.Server.Checks;

/// <summary>Whether the queue moves and no job is held by a node that is gone.</summary>
internal sealed class JobsCheck() : PlatformCheck<IJobUpkeep>("jobs", new Message("Jobs move on", "后台任务正常推进"))
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    protected override async Task<IReadOnlyList<Finding>> FindAsync(
        CheckScene scene, IJobUpkeep jobs, CancellationToken cancellationToken)
    {
        var state = await jobs.ReadAsync(cancellationToken);
        var findings = new List<Finding>();
        if (state.Expired > 0)
        {
            findings.Add(new Finding(
                "jobs.orphaned",
                Severity.Warning,
                new Message(
                    $"{state.Expired} jobs are held by a node that is gone.", $"有 {state.Expired} 个任务被已退出的节点占用。"),
                "middeck doctor jobs --fix")
            {
                Repair = new Repair(
                    new Message("Put them back into the queue?", "将它们放回队列？"),
                    (_, token) => jobs.ReleaseExpiredAsync(token)),
            });
        }

        if (state.OldestDue < scene.Clock.GetUtcNow() - Patience)
        {
            findings.Add(new Finding(
                "jobs.waiting",
                Severity.Warning,
                new Message(
                    $"A job waits since {state.OldestDue:yyyy-MM-dd HH:mm} UTC: no node works, or they are too few (jobs.concurrency).",
                    $"有任务自 {state.OldestDue:yyyy-MM-dd HH:mm} UTC 起一直等待：没有工作节点，或数量不足（jobs.concurrency）。"),
                "middeck up"));
        }

        return findings;
    }
}
