using Middeck.Operations.Monitoring;

namespace Middeck.Cli.Commands.Monitor;

/// <summary>The answer of <c>middeck monitor status|full|watch --json</c>.</summary>
/// <param name="At">When.</param>
/// <param name="Status">As <c>middeck status --json</c>.</param>
/// <param name="CpuPercent">The processor's share of each service over the last moments, in percent of one processor.</param>
/// <param name="Host">The machine's numbers; only in <c>full</c>.</param>
/// <param name="Errors">The errors of the last day, at most ten groups; only in <c>full</c>.</param>
internal sealed record MonitorView(
    DateTimeOffset At,
    InstallationView Status,
    IReadOnlyDictionary<string, double> CpuPercent,
    HostNumbers? Host = null,
    IReadOnlyList<ErrorGroup>? Errors = null);

/// <summary>The answer of <c>middeck monitor report --json</c>.</summary>
/// <param name="File">The report.</param>
internal sealed record ReportView(string File);

/// <summary>The answer of <c>middeck monitor logs --json</c>.</summary>
/// <param name="Since">From when on.</param>
/// <param name="Errors">Like errors are one group.</param>
internal sealed record LogsView(DateTimeOffset Since, IReadOnlyList<ErrorGroup> Errors);
