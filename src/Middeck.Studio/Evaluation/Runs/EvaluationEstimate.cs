using Middeck.Studio.Conversations;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>What a run is likely to take, before it begins.</summary>
/// <param name="Cases">Questions that are asked.</param>
/// <param name="ModelCalls">Calls of chat models: an answer for each case, and a grade where a model grades.</param>
/// <param name="EmbeddingCalls">Calls of the embedding model.</param>
/// <param name="PromptTokens">What the answers will take in; null when nothing is known of the app yet.</param>
/// <param name="CompletionTokens">What the answers will write; null as above.</param>
/// <param name="Cost">What the answers will cost; null when nothing has a price yet.</param>
/// <param name="Basis"><c>evaluation</c>: from the app's last run; <c>usage</c>: from its last 30 days; null: from nothing.</param>
internal sealed record EvaluationEstimate(
    int Cases,
    int ModelCalls,
    int EmbeddingCalls,
    long? PromptTokens,
    long? CompletionTokens,
    MessageCost? Cost,
    string? Basis);
