using Middeck.Operations.Checks;

namespace Middeck.Operations.Management;

/// <summary>One check and what it found.</summary>
/// <param name="Check">Its name.</param>
/// <param name="Title">What it looked at.</param>
/// <param name="NotRun">Why it could not look; null when it could.</param>
/// <param name="Findings">Empty when all is well.</param>
public sealed record CheckReportView(string Check, Sentence Title, Sentence? NotRun, IReadOnlyList<FindingView> Findings)
{
    internal static CheckReportView Of(CheckReport report) => new(
        report.Check.Name,
        Sentence.Of(report.Check.Title),
        Sentence.OfNullable(report.Outcome.NotRun),
        [.. report.Outcome.Findings.Select(finding => new FindingView(
            finding.Code, finding.Severity, Sentence.Of(finding.Sentence), finding.Command))]);
}

/// <summary>One thing that a check found.</summary>
/// <param name="Code">Stable and dotted.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Sentence">What is wrong.</param>
/// <param name="Command">What repairs it, to be typed on the machine; null when nothing is to be typed.</param>
public sealed record FindingView(string Code, Severity Severity, Sentence Sentence, string? Command);
