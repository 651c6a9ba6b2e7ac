using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Live;
using Middeck.Jobs;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>
/// Asks the cases of a run, three at a time, and keeps each outcome as it comes: after a crash, and when it is tried again, it
/// goes on with those that wait.
/// </summary>
internal sealed class EvaluateAppJob(
    EvaluationStore evaluations, CaseResultStore results, CaseRunner cases, ILiveEvents events, TimeProvider clock) : IJobHandler
{
    /// <summary>The job's kind; its subject is the run.</summary>
    public const string Kind = "studio.evaluate";

    private const int AtOnce = 3;

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        if (await evaluations.BeginAsync(job.WorkspaceId, job.Subject, cancellationToken) is not { } task)
        {
            return;
        }

        var waiting = await results.WaitingAsync(task.Id, cancellationToken);
        var done = task.CaseCount - waiting.Count;
        Announce(job, task.App.Id);
        await Parallel.ForEachAsync(
            waiting,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (@case, token) =>
            {
                if (task.AppIsDeleted || !await evaluations.GoesOnAsync(task.Id, token))
                {
                    throw EvaluationFaults.AppDeleted();
                }

                await results.SaveAsync(task.Id, @case.CaseId, await cases.RunAsync(task, @case, job.JobId, token), token);
                var count = Interlocked.Increment(ref done);
                job.Report((double)count / task.CaseCount, $"{count}/{task.CaseCount} cases");
                Announce(job, task.App.Id);
            });
        await EndAsync(job, JobState.Succeeded, error: null, cancellationToken);
    }

    public Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
        => EndAsync(job, state, error, cancellationToken);

    private async Task EndAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
    {
        if (await evaluations.EndAsync(job.Subject, state, error, clock.GetUtcNow(), cancellationToken) is { } app)
        {
            Announce(job, app);
        }
    }

    private void Announce(IJobContext job, Guid appId)
        => events.Publish(
            job.WorkspaceId, $"app:{appId}", "evaluation.changed", JsonSerializer.SerializeToElement(new { Id = job.Subject }, Json.Snake));
}
