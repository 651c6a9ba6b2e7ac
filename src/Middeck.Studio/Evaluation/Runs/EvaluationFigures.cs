using Middeck.Studio.Conversations;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>What the answers until now come to.</summary>
/// <param name="Done">Cases that are answered and judged.</param>
/// <param name="Judged">Those of them that a judge had something to say of, and those without an answer.</param>
/// <param name="Passed">Those that every judge passed.</param>
/// <param name="Failed">Those without an answer.</param>
/// <param name="PassRate">Passed among judged, 0 to 1; null without any.</param>
/// <param name="Score">The mean of all scores, 0 to 1; null without any.</param>
/// <param name="Similarity">The mean nearness to the expected answers; null when it was not compared.</param>
/// <param name="ModelScore">The mean grade as 0 to 1; null when no model graded.</param>
/// <param name="PromptTokens">What the answers took in.</param>
/// <param name="CompletionTokens">What the answers wrote.</param>
/// <param name="Cost">What the answers cost; null when none has a price.</param>
/// <param name="Latency">Seconds that half of the answers did not exceed; null without any.</param>
internal sealed record EvaluationFigures(
    int Done,
    int Judged,
    int Passed,
    int Failed,
    double? PassRate,
    double? Score,
    double? Similarity,
    double? ModelScore,
    long PromptTokens,
    long CompletionTokens,
    MessageCost? Cost,
    double? Latency);
