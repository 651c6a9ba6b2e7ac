using Middeck.Operations.Checks;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Doctor;

/// <summary>One check in <c>middeck doctor --json</c>.</summary>
/// <param name="Name">The check.</param>
/// <param name="State"><c>ok</c>, <c>found</c> or <c>skipped</c>.</param>
/// <param name="Reason">Why it was skipped; null when it was not.</param>
/// <param name="Findings">What it found, after repairs.</param>
/// <param name="Repaired">The codes of findings whose repair was done.</param>
internal sealed record CheckView(
    string Name, string State, TextView? Reason, IReadOnlyList<FindingView> Findings, IReadOnlyList<string> Repaired)
{
    public static CheckView Of(ICheck check, CheckOutcome outcome, IReadOnlyList<string> repaired) => new(
        check.Name,
        outcome.NotRun is not null ? "skipped" : outcome.Findings.Count == 0 ? "ok" : "found",
        outcome.NotRun is { } reason ? TextView.Of(reason) : null,
        [.. outcome.Findings.Select(FindingView.Of)],
        repaired);
}

/// <summary>One finding in JSON.</summary>
/// <param name="Code">Stable, such as <c>disk.low</c>.</param>
/// <param name="Severity"><c>critical</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Command">What repairs it; null when nothing can be typed.</param>
/// <param name="CanFix">Whether <c>--fix</c> repairs it.</param>
internal sealed record FindingView(string Code, string Severity, TextView Message, string? Command, bool CanFix)
{
    public static FindingView Of(Finding finding) => new(
        finding.Code,
        finding.Severity.ToString().ToLowerInvariant(),
        TextView.Of(finding.Sentence),
        finding.Command,
        finding.Repair is not null);
}

/// <summary>A sentence in both languages.</summary>
/// <param name="En">English.</param>
/// <param name="Zh">简体中文.</param>
internal sealed record TextView(string En, string Zh)
{
    public static TextView Of(Message message) => new(message.English, message.Chinese);
}
