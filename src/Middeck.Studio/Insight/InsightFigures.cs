using System.Globalization;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Insight;

/// <summary>The numbers of a range, a day, a place or a model.</summary>
/// <param name="Messages">Answers that ended, failed ones too.</param>
/// <param name="Conversations">Conversations that began.</param>
/// <param name="ActiveUsers">People who asked; null where they are not counted: by model, and for days of long ago.</param>
/// <param name="PromptTokens">What went in.</param>
/// <param name="CompletionTokens">What came out.</param>
/// <param name="Costs">One for each currency; empty when nothing had a price.</param>
/// <param name="Likes">Answers that their readers liked.</param>
/// <param name="Dislikes">Answers that their readers disliked.</param>
/// <param name="Satisfaction">The share of likes among both, 0 to 1; null without any.</param>
/// <param name="Errors">Answers that failed.</param>
/// <param name="LatencyP50">Seconds from the question to the end that half of the answers did not exceed; null without any.</param>
/// <param name="LatencyP95">The same of 95 in a hundred.</param>
/// <param name="FirstTokenP50">Seconds to the first text.</param>
/// <param name="FirstTokenP95">The same of 95 in a hundred.</param>
internal sealed record InsightFigures(
    long Messages,
    long Conversations,
    long? ActiveUsers,
    long PromptTokens,
    long CompletionTokens,
    IReadOnlyList<MessageCost> Costs,
    long Likes,
    long Dislikes,
    double? Satisfaction,
    long Errors,
    double? LatencyP50,
    double? LatencyP95,
    double? FirstTokenP50,
    double? FirstTokenP95)
{
    public static InsightFigures Of(SlotSum sum, long? activeUsers) => new(
        sum.Messages,
        sum.Conversations,
        activeUsers,
        sum.PromptTokens,
        sum.CompletionTokens,
        [.. sum.Prices.Where(price => price.Value != 0)
            .Select(price => new MessageCost(price.Value.ToString(CultureInfo.InvariantCulture), price.Key))],
        sum.Likes,
        sum.Dislikes,
        sum.Likes + sum.Dislikes > 0 ? Math.Round((double)sum.Likes / (sum.Likes + sum.Dislikes), 4) : null,
        sum.Errors,
        TimeSteps.Percentile(sum.Duration, 0.5),
        TimeSteps.Percentile(sum.Duration, 0.95),
        TimeSteps.Percentile(sum.FirstToken, 0.5),
        TimeSteps.Percentile(sum.FirstToken, 0.95));
}
