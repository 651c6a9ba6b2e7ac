using System.Text.Json;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Sets;

/// <summary>A question of a test set.</summary>
/// <param name="Id">The key.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Inputs">What is filled in.</param>
/// <param name="Expected">What should be answered; null when only rules say.</param>
/// <param name="Rules">What every answer is held to.</param>
/// <param name="Note">For people; null for none.</param>
/// <param name="MessageId">The message that it was made from; null for none.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
internal sealed record AppTestCase(
    Guid Id,
    string Question,
    JsonElement Inputs,
    string? Expected,
    IReadOnlyList<TestRule> Rules,
    string? Note,
    Guid? MessageId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
