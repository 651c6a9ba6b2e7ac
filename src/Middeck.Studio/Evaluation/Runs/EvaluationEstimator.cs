using System.Globalization;
using Middeck.Core.Paging;
using Middeck.Studio.Conversations;
using Middeck.Studio.Evaluation.Sets;
using Middeck.Studio.Insight;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>Tells what a run is likely to take: what the answers of the app's last run took, or those of its last 30 days.</summary>
internal sealed class EvaluationEstimator(
    EvaluationStore evaluations, InsightStore insight, AppTestCaseStore cases, TimeProvider clock)
{
    private static readonly TimeSpan Known = TimeSpan.FromDays(30);

    public async Task<EvaluationEstimate> OfAsync(
        Guid workspaceId, Guid appId, TestSet set, CancellationToken cancellationToken)
    {
        var compared = set.Judges.Similarity is null ? 0 : await cases.CountExpectedAsync(set.Id, cancellationToken);
        var estimate = new EvaluationEstimate(
            set.CaseCount, set.CaseCount * (set.Judges.Model is null ? 1 : 2), compared, null, null, null, null);
        var runs = await evaluations.ListAsync(workspaceId, appId, setId: null, new PageRequest(10, null), cancellationToken);
        if (runs.Find(run => run.Figures.Done > run.Figures.Failed) is { Figures: var last })
        {
            return Scaled(
                estimate, last.PromptTokens, last.CompletionTokens, last.Cost is null ? 0 : Price(last.Cost), last.Cost?.Currency,
                last.Done - last.Failed, "evaluation");
        }

        var now = clock.GetUtcNow();
        var total = new SlotSum();
        foreach (var (_, sum) in await insight.SlotsAsync(workspaceId, appId, now - Known, now.AddDays(1), cancellationToken))
        {
            total.Add(sum);
        }

        var dearest = total.Prices.OrderByDescending(price => price.Value).FirstOrDefault();
        return total.Messages == 0
            ? estimate
            : Scaled(
                estimate, total.PromptTokens, total.CompletionTokens, dearest.Value, dearest.Key, total.Messages, "usage");
    }

    private static EvaluationEstimate Scaled(
        EvaluationEstimate estimate, long prompt, long completion, decimal price, string? currency, long answers, string basis)
        => estimate with
        {
            PromptTokens = prompt * estimate.Cases / answers,
            CompletionTokens = completion * estimate.Cases / answers,
            Cost = price == 0 || currency is null
                ? null
                : new MessageCost(
                    Math.Round(price * estimate.Cases / answers, 6).ToString(CultureInfo.InvariantCulture), currency),
            Basis = basis,
        };

    private static decimal Price(MessageCost cost) => decimal.Parse(cost.Amount, CultureInfo.InvariantCulture);
}
