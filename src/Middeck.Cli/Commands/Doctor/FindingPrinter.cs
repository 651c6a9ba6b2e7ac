using Middeck.Operations.Checks;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Doctor;

/// <summary>Shows checks and findings to people.</summary>
internal sealed class FindingPrinter(TextWriter output, Tongue tongue)
{
    public void Show(ICheck check, CheckOutcome outcome)
    {
        var sign = outcome switch
        {
            { NotRun: not null } => "–",
            { Findings: [] } => "✓",
            { Findings: var findings } when findings.Any(finding => finding.Severity == Severity.Critical) => "✗",
            { Findings: var findings } when findings.Any(finding => finding.Severity == Severity.Warning) => "!",
            _ => "i",
        };
        output.WriteLine($"{sign} {check.Name}: {check.Title.In(tongue)}");
        if (outcome.NotRun is { } reason)
        {
            output.WriteLine($"    {reason.In(tongue)}");
        }

        foreach (var finding in outcome.Findings)
        {
            Show(finding);
        }
    }

    /// <summary>The second look, after repairs.</summary>
    public void ShowAgain(ICheck check, CheckOutcome outcome)
    {
        if (outcome is { Findings: [], NotRun: null })
        {
            Say(DoctorMessages.Repaired());
        }
        else
        {
            Show(check, outcome);
        }
    }

    public void Show(Finding finding)
    {
        output.WriteLine($"    {Word(finding.Severity)} {finding.Code}");
        output.WriteLine($"      {finding.Sentence.In(tongue)}");
        if (finding.Command is { } command)
        {
            output.WriteLine($"      → {command}");
        }
    }

    public void Say(Message sentence) => output.WriteLine($"    {sentence.In(tongue)}");

    public void Summary(DoctorReport report)
    {
        output.WriteLine();
        output.WriteLine((report.Critical + report.Warnings == 0
            ? DoctorMessages.AllWell()
            : DoctorMessages.Summary(report.Critical, report.Warnings)).In(tongue));
        if (report.Critical + report.Warnings > 0 && report.Checks.Any(check => check.Findings.Any(finding => finding.CanFix)))
        {
            output.WriteLine(DoctorMessages.TryFix().In(tongue));
        }
    }

    private string Word(Severity severity) => severity switch
    {
        Severity.Critical => new Message("critical", "严重").In(tongue),
        Severity.Warning => new Message("warning", "警告").In(tongue),
        _ => new Message("info", "提示").In(tongue),
    };
}
