using Middeck.Models.Gateway;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Evaluation.Judges;

/// <summary>An answer to a case.</summary>
/// <param name="Caller">For whom models are called.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Expected">What should be answered; null when only rules say.</param>
/// <param name="Rules">What the answer is held to.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Citations">What the answer was made from.</param>
internal sealed record JudgedAnswer(
    ModelCaller Caller,
    string Question,
    string? Expected,
    IReadOnlyList<TestRule> Rules,
    string Answer,
    IReadOnlyList<Citation> Citations);
