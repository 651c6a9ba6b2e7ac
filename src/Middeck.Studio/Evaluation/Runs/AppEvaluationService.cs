using Middeck.Core.Audit;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Jobs;
using Middeck.Models.Gateway;
using Middeck.Studio.Answering;
using Middeck.Studio.Apps;
using Middeck.Studio.Evaluation.Sets;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>Starts, shows, compares and ends the runs of an app over its test sets.</summary>
internal sealed class AppEvaluationService(
    EvaluationStore evaluations,
    CaseResultStore results,
    TestSetService sets,
    EvaluationEstimator estimator,
    EvaluationRemoval removal,
    AppVersionStore versions,
    IModelGateway models,
    IJobQueue jobs,
    AppAccess access,
    AuditTrail audit,
    TimeProvider clock)
{
    // What is older of a set's goes when another begins.
    private const int Kept = 50;
    private const string ObjectKind = "app_evaluation";
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(1);

    public async Task<AppEvaluation> StartAsync(
        Caller caller, Guid appId, StartAppEvaluation request, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var set = await sets.FindAsync(caller, appId, request.SetId, cancellationToken);
        if (request.Version is { } version
            && await versions.FindAsync(caller.WorkspaceId, appId, version, cancellationToken) is null)
        {
            throw AppFaults.VersionNotFound(version);
        }

        if (set.Judges.Model is { } judge && BuiltinModel.Is(string.IsNullOrWhiteSpace(judge.Model)
            ? await models.DefaultAsync(caller.WorkspaceId, ModelType.Llm, cancellationToken)
            : judge.Model))
        {
            throw EvaluationFaults.JudgeNeedsModel();
        }

        if (set.CaseCount == 0)
        {
            throw EvaluationFaults.NoCases();
        }

        await evaluations.FailLostAsync(clock.GetUtcNow() - Overdue, clock.GetUtcNow(), cancellationToken);
        await removal.RemoveOfSetAsync(caller.WorkspaceId, set.Id, Kept - 1, cancellationToken);
        var id = Ids.New(clock);
        if (!await evaluations.InsertAsync(
            caller.WorkspaceId, appId, id, request, caller.UserId, clock.GetUtcNow(), cancellationToken))
        {
            await removal.RemoveAsync(caller.WorkspaceId, id, jobId: null, cancellationToken);
            throw EvaluationFaults.NoCases();
        }

        var job = await jobs.EnqueueAsync(
            new JobRequest(
                EvaluateAppJob.Kind, caller.WorkspaceId, id, $"{app.Name}: {set.Name}", RequestedBy: caller.UserId),
            cancellationToken);
        await evaluations.SetJobAsync(id, job, cancellationToken);
        audit.About(ObjectKind, id, set.Name).Change(null, new { AppId = appId, request.Version, Cases = set.CaseCount });
        return await OpenAsync(caller, appId, id, cancellationToken);
    }

    public async Task<EvaluationEstimate> EstimateAsync(
        Caller caller, Guid appId, Guid setId, CancellationToken cancellationToken)
        => await estimator.OfAsync(
            caller.WorkspaceId, appId, await sets.FindAsync(caller, appId, setId, cancellationToken), cancellationToken);

    public async Task<Page<AppEvaluation>> ListAsync(
        Caller caller, Guid appId, Guid? setId, PageRequest page, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var rows = await evaluations.ListAsync(caller.WorkspaceId, appId, setId, page, cancellationToken);
        return page.ToPage(rows, run => run.Id);
    }

    public async Task<AppEvaluation> FindAsync(
        Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        return await OpenAsync(caller, appId, id, cancellationToken);
    }

    public async Task<Page<AppCaseResult>> ResultsAsync(
        Caller caller, Guid appId, Guid id, bool? passed, PageRequest page, CancellationToken cancellationToken)
    {
        await FindAsync(caller, appId, id, cancellationToken);
        return page.ToPage(await results.ListAsync(id, passed, page, cancellationToken), result => result.CaseId);
    }

    public async Task<AppEvaluationComparison> CompareAsync(
        Caller caller, Guid appId, Guid id, Guid otherId, CancellationToken cancellationToken)
    {
        var after = await FindAsync(caller, appId, id, cancellationToken);
        var before = await OpenAsync(caller, appId, otherId, cancellationToken);
        return AppEvaluationComparison.Of(
            before, after, await results.AllAsync(otherId, cancellationToken), await results.AllAsync(id, cancellationToken));
    }

    public async Task<AppEvaluation> CancelAsync(
        Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        var run = await FindAsync(caller, appId, id, cancellationToken);
        if (run is not { State: JobState.Waiting or JobState.Running, JobId: { } job }
            || await jobs.CancelAsync(caller.WorkspaceId, job, cancellationToken) is not CancelOutcome.Cancelled)
        {
            throw EvaluationFaults.NotUnderWay();
        }

        audit.About(ObjectKind, id, run.SetName).Change(new { run.State }, new { State = JobState.Cancelled });
        return await OpenAsync(caller, appId, id, cancellationToken);
    }

    /// <summary>Goes on with the cases that wait.</summary>
    public async Task<AppEvaluation> RetryAsync(
        Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        var run = await FindAsync(caller, appId, id, cancellationToken);
        if (run is not { State: JobState.Failed or JobState.Cancelled, JobId: { } job }
            || await jobs.RetryAsync(caller.WorkspaceId, job, cancellationToken) is not RetryOutcome.Queued)
        {
            throw EvaluationFaults.NothingToRetry();
        }

        audit.About(ObjectKind, id, run.SetName).Change(new { run.State }, new { State = JobState.Waiting });
        return run with { State = JobState.Waiting, Error = null };
    }

    public async Task DeleteAsync(Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        var run = await FindAsync(caller, appId, id, cancellationToken);
        await removal.RemoveAsync(
            caller.WorkspaceId, id, run.State is JobState.Waiting or JobState.Running ? run.JobId : null, cancellationToken);
        audit.About(ObjectKind, id, run.SetName).Change(new { run.State, run.Version }, null);
    }

    private async Task<AppEvaluation> OpenAsync(
        Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
        => await evaluations.FindAsync(caller.WorkspaceId, appId, id, cancellationToken) ?? throw EvaluationFaults.NotFound();
}
