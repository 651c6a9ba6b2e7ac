using System.Text.Json;
using Middeck.Studio.Conversations;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>What one case of a run came to.</summary>
/// <param name="CaseId">The case, which may be changed or gone by now.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Inputs">What was filled in.</param>
/// <param name="Expected">What should have been answered; null when only rules say.</param>
/// <param name="State">How far it is.</param>
/// <param name="Answer">What was answered; null for nothing.</param>
/// <param name="Error">Why there is no answer, or no judgement; null when there is.</param>
/// <param name="Passed">Whether every judge passed it; null when none had anything to say, or it waits.</param>
/// <param name="Score">The mean of the judges' scores, 0 to 1.</param>
/// <param name="Verdicts">What each judge says.</param>
/// <param name="Model">The model that answered.</param>
/// <param name="PromptTokens">What the answer took in.</param>
/// <param name="CompletionTokens">What the answer wrote.</param>
/// <param name="Cost">What the answer cost; null before it ended.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="MessageId">Under which its trace is found; null before it was asked.</param>
internal sealed record AppCaseResult(
    Guid CaseId,
    string Question,
    JsonElement Inputs,
    string? Expected,
    CaseState State,
    string? Answer,
    string? Error,
    bool? Passed,
    double? Score,
    IReadOnlyList<Verdict> Verdicts,
    string? Model,
    int PromptTokens,
    int CompletionTokens,
    MessageCost? Cost,
    double? Duration,
    Guid? MessageId);
