using System.Text.Json;
using Middeck.Core;
using Middeck.Studio.Configuration;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Sets;

/// <summary>What of a case is written down.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Inputs">JSON of what is filled in.</param>
/// <param name="Expected">What should be answered; null for nothing.</param>
/// <param name="Rules">What the answer is held to.</param>
/// <param name="Note">For people; null for none.</param>
/// <param name="MessageId">Where it comes from; null for nowhere.</param>
internal sealed record CaseText(
    string Question, JsonElement Inputs, string? Expected, IReadOnlyList<TestRule> Rules, string? Note, Guid? MessageId = null)
{
    private const int MostRules = 20;
    private static readonly JsonElement s_nothing = JsonSerializer.SerializeToElement(new { }, Json.Snake);

    public static CaseText Of(SaveAppTestCase request) => new(
        request.Question.Trim(),
        request.Inputs is { ValueKind: not JsonValueKind.Null } inputs ? inputs : s_nothing,
        Full(request.Expected),
        request.Rules,
        Full(request.Note));

    /// <summary>The field at fault and what is wrong with it; null when nothing is.</summary>
    public (string Field, string Rule)? Wrong()
        => WrongText("question", Question, 32_000)
            ?? WrongText("expected", Expected, 20_000)
            ?? WrongText("note", Note, 2_000)
            ?? WrongInputs()
            ?? WrongRules();

    private (string, string)? WrongInputs()
        => Inputs.ValueKind != JsonValueKind.Object ? ("inputs", "must be an object")
            : !StorableJson.IsStorable(Inputs) ? ("inputs", "holds a character that cannot be kept, such as NUL")
            : Inputs.GetRawText().Length > 100_000 ? ("inputs", "may have at most 100,000 characters")
            : Question.Length == 0 && !Inputs.EnumerateObject().Any() ? ("question", "is needed")
            : null;

    private (string, string)? WrongRules()
    {
        if (Rules.Count > MostRules)
        {
            return ("rules", $"may be at most {MostRules}");
        }

        for (var index = 0; index < Rules.Count; index++)
        {
            if (Rules[index].Wrong() is { } wrong)
            {
                return ($"rules[{index}]", wrong);
            }
        }

        return null;
    }

    private static (string, string)? WrongText(string field, string? text, int most)
        => text is null ? null
            : text.Length > most ? (field, $"may have at most {most:N0} characters")
            : !StorableJson.IsStorable(text) ? (field, "holds a character that cannot be kept, such as NUL")
            : null;

    private static string? Full(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
