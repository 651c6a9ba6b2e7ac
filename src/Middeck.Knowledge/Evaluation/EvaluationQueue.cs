using Middeck.Core.Identifiers;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Evaluation;

/// <summary>Starts evaluations.</summary>
internal sealed class EvaluationQueue(EvaluationStore evaluations, TestCaseStore cases, IJobQueue jobs, TimeProvider clock)
{
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(1);

    public async Task<EvaluationRun> StartAsync(
        KnowledgeBaseRow row,
        string label,
        EvaluationReason reason,
        RetrievalSettings settings,
        bool ownSettings,
        Guid? userId,
        CancellationToken cancellationToken)
    {
        var run = new EvaluationRun(
            Ids.New(clock),
            row.WorkspaceId,
            row.Id,
            label,
            reason,
            settings,
            ownSettings,
            EvaluationState.Running,
            await cases.CountAsync(row.WorkspaceId, row.Id, cancellationToken),
            null,
            null,
            null,
            null,
            userId,
            clock.GetUtcNow(),
            null);
        await evaluations.InsertAsync(run, cancellationToken);

        // Asked for in a fixed order, so that the second is compared with the first: the base is the subject, and one waits for the other.
        var jobId = await jobs.EnqueueAsync(
            new JobRequest(EvaluateJob.Kind, row.WorkspaceId, row.Id, $"{row.Name}: {label}", EvaluateJob.Payload(run.Id), userId),
            cancellationToken);
        await evaluations.SetJobAsync(run.Id, jobId, cancellationToken);
        return run with { JobId = jobId };
    }

    /// <summary>Puts right what a crash has left between a run's row and its job.</summary>
    public Task FailLostAsync(CancellationToken cancellationToken)
        => evaluations.FailLostAsync(clock.GetUtcNow() - Overdue, clock.GetUtcNow(), cancellationToken);

    /// <summary>Runs the cases again because the base's settings changed, and once with the old ones when that was never done.</summary>
    public async Task AfterChangeAsync(
        KnowledgeBaseRow before, KnowledgeBaseRow after, Guid? userId, CancellationToken cancellationToken)
    {
        if (before.Retrieval == after.Retrieval || await cases.CountAsync(after.WorkspaceId, after.Id, cancellationToken) == 0)
        {
            return;
        }

        if (await evaluations.BaselineAsync(after.Id, Ids.New(clock), cancellationToken) is null)
        {
            await StartAsync(
                before, "before", EvaluationReason.SettingsChanged, before.Retrieval, true, userId, cancellationToken);
        }

        await StartAsync(after, "after", EvaluationReason.SettingsChanged, after.Retrieval, true, userId, cancellationToken);
    }
}
