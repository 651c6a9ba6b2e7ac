using System.Text.Json.Serialization;
using Middeck.Operations;

namespace Middeck.Cli.Commands.Doctor;

/// <summary>The answer of <c>middeck doctor --json</c>.</summary>
/// <param name="Status"><c>ok</c>, <c>warning</c> or <c>critical</c>: the worst that was found.</param>
/// <param name="Critical">How many critical findings are left.</param>
/// <param name="Warnings">How many warnings are left.</param>
/// <param name="Checks">Each check.</param>
internal sealed record DoctorReport(string Status, int Critical, int Warnings, IReadOnlyList<CheckView> Checks)
{
    /// <summary>What the shell is told.</summary>
    [JsonIgnore]
    public ExitCode ExitCode => Status switch
    {
        "critical" => ExitCode.Critical,
        "warning" => ExitCode.Warnings,
        _ => ExitCode.Ok,
    };

    public static DoctorReport Of(IReadOnlyList<CheckView> checks)
    {
        var severities = checks.SelectMany(check => check.Findings).Select(finding => finding.Severity).ToList();
        var critical = severities.Count(severity => severity == "critical");
        var warnings = severities.Count(severity => severity == "warning");
        return new DoctorReport(critical > 0 ? "critical" : warnings > 0 ? "warning" : "ok", critical, warnings, checks);
    }
}
