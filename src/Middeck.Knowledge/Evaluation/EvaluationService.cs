using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Evaluation;

/// <summary>Starts, lists and ends evaluations for people.</summary>
internal sealed class EvaluationService(
    KnowledgeBaseAccess access,
    TestCaseStore cases,
    EvaluationStore evaluations,
    EvaluationQueue queue,
    IJobQueue jobs,
    AuditTrail audit)
{
    private const string ObjectKind = "evaluation";

    public async Task<IReadOnlyList<EvaluationSummary>> StartAsync(
        Caller caller, Guid baseId, StartEvaluation request, CancellationToken cancellationToken)
    {
        var row = await access.OpenAsync(caller, baseId, AccessLevel.Edit, cancellationToken);
        if (await cases.CountAsync(caller.WorkspaceId, baseId, cancellationToken) == 0)
        {
            throw new FaultException(Fault.Conflict(
                "knowledge.no_cases", "There is no test case yet. Search on the hit testing page and save a result as a case."));
        }

        var started = new List<EvaluationSummary>();
        foreach (var variant in request.Variants ?? [new EvaluationSettings()])
        {
            var settings = variant.Retrieval ?? row.Retrieval;
            var own = settings == row.Retrieval;
            var run = await queue.StartAsync(
                row,
                string.IsNullOrWhiteSpace(variant.Label) ? LabelOf(settings) : variant.Label.Trim(),
                EvaluationReason.Asked,
                settings,
                own,
                caller.UserId,
                cancellationToken);
            started.Add(EvaluationSummary.From(run));
        }

        audit.About(ObjectKind, started[0].Id, row.Name);
        return started;
    }

    public async Task<Page<EvaluationSummary>> ListAsync(
        Caller caller, Guid baseId, PageRequest page, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Use, cancellationToken);
        return (await evaluations.PageAsync(caller.WorkspaceId, baseId, page, cancellationToken)).Select(EvaluationSummary.From);
    }

    public async Task<EvaluationDetail> GetAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        var run = await OpenAsync(caller, baseId, id, AccessLevel.Use, cancellationToken);
        return new EvaluationDetail(EvaluationSummary.From(run), await evaluations.ResultsAsync(id, cancellationToken));
    }

    /// <summary>Stops it when it is under way, and removes it.</summary>
    public async Task DeleteAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        var run = await OpenAsync(caller, baseId, id, AccessLevel.Edit, cancellationToken);
        if (run is { State: EvaluationState.Running, JobId: { } jobId })
        {
            await jobs.CancelAsync(caller.WorkspaceId, jobId, cancellationToken);
        }

        await evaluations.DeleteAsync(caller.WorkspaceId, baseId, id, cancellationToken);
        audit.About(ObjectKind, id, run.Label);
    }

    private static string LabelOf(RetrievalSettings settings)
        => $"{settings.Method.ToString().ToLowerInvariant()}, top {settings.TopK}{(settings.Rerank ? ", reranked" : "")}";

    private async Task<EvaluationRun> OpenAsync(
        Caller caller, Guid baseId, Guid id, AccessLevel need, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, need, cancellationToken);
        return await evaluations.FindAsync(caller.WorkspaceId, id, cancellationToken) is { } run && run.BaseId == baseId
            ? run
            : throw new FaultException(Fault.NotFound(
                "knowledge.evaluation_not_found", "The knowledge base has no such evaluation."));
    }
}
