using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Middeck.Studio.Answering;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Evaluation.Judges;

/// <summary>Holds an answer to the rules of its case, each a verdict of its own.</summary>
internal sealed class RuleJudge : IAnswerJudge
{
    private const int Shown = 80;

    public Task<IReadOnlyList<Verdict>> JudgeAsync(
        JudgedAnswer answer, JudgeSettings settings, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<Verdict>>([.. answer.Rules.Select(rule => Judge(answer, rule))]);

    private static Verdict Judge(JudgedAnswer answer, TestRule rule)
    {
        try
        {
            var (passed, reason) = Hold(answer, rule);
            return new Verdict(JudgeKind.Rule, passed, passed ? 1 : 0, $"{reason}.")
            {
                Rule = rule.Kind == RuleKind.JsonField ? null : rule.Kind,
                Value = rule.Kind == RuleKind.JsonField ? null : Cut(rule.Value),
            };
        }
        catch (RegexMatchTimeoutException)
        {
            return new Verdict(
                JudgeKind.Rule, false, 0,
                $"The expression “{Cut(rule.Value)}” took too long; write it without nested repetitions.");
        }
    }

    private static (bool Passed, string Reason) Hold(JudgedAnswer answer, TestRule rule)
        => rule.Kind switch
        {
            RuleKind.Contains => Says(Holds(answer.Answer, rule.Value), $"It holds “{Cut(rule.Value)}”", $"It lacks “{Cut(rule.Value)}”"),
            RuleKind.NotContains => Says(
                !Holds(answer.Answer, rule.Value), $"It does not hold “{Cut(rule.Value)}”", $"It holds “{Cut(rule.Value)}”"),
            RuleKind.Equal => Says(
                Fold(answer.Answer.Trim()).Equals(Fold(rule.Value.Trim()), StringComparison.OrdinalIgnoreCase),
                $"It is “{Cut(rule.Value)}”", $"It is not “{Cut(rule.Value)}”"),
            RuleKind.Matches => Says(
                rule.Pattern().IsMatch(answer.Answer), $"It matches “{Cut(rule.Value)}”", $"It does not match “{Cut(rule.Value)}”"),
            RuleKind.JsonField => Field(answer.Answer, rule),
            RuleKind.MaxLength => Says(
                answer.Answer.Length <= rule.Length(), $"It has {answer.Answer.Length:N0} characters",
                $"It has {answer.Answer.Length:N0} characters, more than {rule.Value}"),
            RuleKind.Cites => Says(
                answer.Citations.Any(citation => citation.DocumentId.ToString().Equals(rule.Value.Trim(), StringComparison.OrdinalIgnoreCase)
                    || citation.DocumentName.Equals(rule.Value.Trim(), StringComparison.OrdinalIgnoreCase)),
                $"It was made from “{Cut(rule.Value)}”", $"It was not made from “{Cut(rule.Value)}”"),
            _ => throw new UnreachableException(),
        };

    private static (bool Passed, string Reason) Field(string answer, TestRule rule)
    {
        var found = ModelJson.Object(answer) ?? ModelJson.List(answer);
        if (found is null)
        {
            return (false, "It is no JSON");
        }

        foreach (var step in rule.Path!.Split('.'))
        {
            found = found is { ValueKind: JsonValueKind.Array } list && int.TryParse(step, out var place)
                ? place >= 0 && place < list.GetArrayLength() ? list[place] : null
                : found.Member(step);
        }

        if (found is not { } value)
        {
            return (false, $"It has no field {Cut(rule.Path)}");
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return Says(
            rule.Value.Length == 0 || text.Trim().Equals(rule.Value.Trim(), StringComparison.OrdinalIgnoreCase),
            $"Its field {Cut(rule.Path)} is “{Cut(text)}”", $"Its field {Cut(rule.Path)} is “{Cut(text)}”, not “{Cut(rule.Value)}”");
    }

    private static (bool Passed, string Reason) Says(bool passed, string good, string bad) => (passed, passed ? good : bad);

    private static bool Holds(string text, string part) => Fold(text).Contains(Fold(part), StringComparison.OrdinalIgnoreCase);

    private static string Fold(string text) => TextFold.Of(text);

    private static string Cut(string text)
        => text.Length <= Shown ? text : $"{text[..(char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown)]}…";
}
