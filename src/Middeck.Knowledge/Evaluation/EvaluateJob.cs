using System.Globalization;
using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Live;
using Middeck.Core.Paging;
using Middeck.Jobs;
using Middeck.Knowledge.Retrieval;

namespace Middeck.Knowledge.Evaluation;

/// <summary>Asks every test case and writes down where the expected passages came. After a crash it starts again: a run takes seconds.</summary>
internal sealed class EvaluateJob(
    EvaluationStore evaluations, TestCaseStore cases, KnowledgeSearch search, ILiveEvents events, TimeProvider clock) : IJobHandler
{
    /// <summary>The job's kind.</summary>
    public const string Kind = "knowledge.evaluate";

    public static string Payload(Guid evaluationId)
        => JsonSerializer.Serialize(new EvaluateJobPayload(evaluationId), Json.Snake);

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        if (await evaluations.FindAsync(job.WorkspaceId, EvaluationOf(job), cancellationToken)
            is not { State: EvaluationState.Running } run)
        {
            return;
        }

        var results = new List<CaseResult>();
        var page = new PageRequest(PageRequest.MaxLimit, null);
        while (true)
        {
            var batch = await cases.PageAsync(run.WorkspaceId, run.BaseId, null, page, cancellationToken);
            foreach (var @case in batch.Data)
            {
                results.Add(await AskAsync(job, run, @case, cancellationToken));
                job.Report(
                    (double)results.Count / Math.Max(run.CaseCount, results.Count),
                    string.Create(CultureInfo.InvariantCulture, $"{results.Count}/{Math.Max(run.CaseCount, results.Count)}"));
            }

            if (!batch.HasMore)
            {
                break;
            }

            page = page with { After = batch.Data[^1].Id };
        }

        var comparison = await CompareAsync(run, results, cancellationToken);
        Announce(await evaluations.EndAsync(
            run.Id, EvaluationState.Completed, null, clock.GetUtcNow(), cancellationToken, results, comparison));
    }

    public async Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
        => Announce(await evaluations.EndAsync(
            EvaluationOf(job),
            state == JobState.Cancelled ? EvaluationState.Cancelled : EvaluationState.Failed,
            error,
            clock.GetUtcNow(),
            cancellationToken));

    private static Guid EvaluationOf(IJobContext job)
        => JsonSerializer.Deserialize<EvaluateJobPayload>(job.PayloadJson, Json.Snake)!.EvaluationId;

    private async Task<CaseResult> AskAsync(
        IJobContext job, EvaluationRun run, TestCase @case, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var hits = await search.SearchAsync(
            new SearchRequest(
                KnowledgeCalls.ByJob(run.WorkspaceId, run.CreatedBy, job.JobId),
                [run.BaseId],
                @case.Query,
                Math.Max(RankingMetrics.Depth, run.Settings.TopK))
            {
                Trial = run.Settings,
            },
            cancellationToken);
        var milliseconds = clock.GetElapsedTime(started).TotalMilliseconds;
        return RankingMetrics.Of(
            @case, [.. @case.Expected.Select(expected => RankOf(expected, hits))], Math.Round(milliseconds, 2));
    }

    private static int? RankOf(ExpectedPassage expected, IReadOnlyList<SearchHit> hits)
    {
        for (var index = 0; index < Math.Min(hits.Count, RankingMetrics.Depth); index++)
        {
            if (PassageMatch.Matches(expected, hits[index]))
            {
                return index + 1;
            }
        }

        return null;
    }

    private async Task<EvaluationComparison?> CompareAsync(
        EvaluationRun run, IReadOnlyList<CaseResult> results, CancellationToken cancellationToken)
        => await evaluations.BaselineAsync(run.BaseId, run.Id, cancellationToken) is { } baseline
            ? EvaluationComparison.Of(
                baseline.Id, await evaluations.ResultsAsync(baseline.Id, cancellationToken), results)
            : null;

    private void Announce(EvaluationRun? run)
    {
        if (run is not null)
        {
            events.Publish(
                run.WorkspaceId,
                $"knowledge:{run.BaseId}",
                "evaluation.changed",
                JsonSerializer.SerializeToElement(EvaluationSummary.From(run), Json.Snake));
        }
    }
}
