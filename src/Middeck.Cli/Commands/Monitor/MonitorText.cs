using System.Globalization;
using Middeck.Cli.Running;
using Middeck.Operations.Monitoring;
using Spectre.Console;

namespace Middeck.Cli.Commands.Monitor;

/// <summary>What was seen, for people: on a terminal and as Markdown.</summary>
internal static class MonitorText
{
    private const long Megabyte = 1024 * 1024;
    private const int Hours = 24;

    public static void Show(CommandContext context, MonitorView view)
    {
        Terminal.On(context.Output).Write(ServiceTable.Of(context, view.Status.Services, view.CpuPercent));
        if (view.Host is { } host)
        {
            foreach (var (name, value) in HostLines(host))
            {
                context.Output.WriteLine($"{name,-12} {value}");
            }
        }

        if (view.Errors is { } errors)
        {
            context.Output.WriteLine();
            ShowErrors(context, errors, Hours);
        }
    }

    public static void ShowErrors(CommandContext context, IReadOnlyList<ErrorGroup> errors, int hours)
    {
        context.Output.WriteLine((errors.Count == 0 ? MonitorMessages.NoErrors(hours) : MonitorMessages.Errors(hours)).In(context.Tongue));
        foreach (var error in errors)
        {
            context.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{error.Count,6} × {error.Service}  {error.Last:yyyy-MM-dd HH:mm:ss}Z  {error.Shape}"));
        }
    }

    /// <summary>A report that stands by itself.</summary>
    public static string Markdown(CommandContext context, MonitorView view)
    {
        var lines = new List<string>
        {
            $"# {MonitorMessages.Title().In(context.Tongue)}",
            "",
            string.Create(CultureInfo.InvariantCulture, $"{view.At:yyyy-MM-dd HH:mm:ss}Z, {view.Status.Home}, {view.Status.Url}"),
            "",
            $"## {MonitorMessages.Services().In(context.Tongue)}",
            "",
            "| service | kind | state | health | pid | cpu | memory | connections | restarts | last error |",
            "|---|---|---|---|---|---|---|---|---|---|",
        };
        lines.AddRange(view.Status.Services.Select(service => string.Create(
            CultureInfo.InvariantCulture,
            $"| {service.Name} | {service.Kind} | {service.State} | {service.Health} | {service.Pid} | {view.CpuPercent.GetValueOrDefault(service.Name):0.0} % | {service.MemoryBytes / Megabyte} MB | {service.Connections} | {service.Restarts} | {Cell(service.HealthProblem ?? service.LastWords ?? "")} |")));
        lines.AddRange(["", $"## {MonitorMessages.Machine().In(context.Tongue)}", "", "| | |", "|---|---|"]);
        lines.AddRange(HostLines(view.Host!).Select(line => $"| {line.Name} | {line.Value} |"));
        lines.AddRange(["", $"## {MonitorMessages.Errors(Hours).In(context.Tongue)}", ""]);
        lines.AddRange(view.Errors!.Count == 0
            ? [MonitorMessages.NoErrors(Hours).In(context.Tongue)]
            : ["| count | service | last | error |", "|---|---|---|---|", .. view.Errors.Select(error => string.Create(
                CultureInfo.InvariantCulture, $"| {error.Count} | {error.Service} | {error.Last:yyyy-MM-dd HH:mm:ss}Z | {Cell(error.Sample)} |"))]);
        return string.Join('\n', lines) + "\n";
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Value)> HostLines(HostNumbers host) =>
    [
        ("load", string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', host.Load)} ({host.Processors} processors)")),
        ("memory", $"{(host.MemoryTotalBytes - host.MemoryAvailableBytes) / Megabyte} of {host.MemoryTotalBytes / Megabyte} MB"),
        ("swap", $"{(host.SwapTotalBytes - host.SwapFreeBytes) / Megabyte} of {host.SwapTotalBytes / Megabyte} MB"),
        ("disk", $"{(host.DiskTotalBytes - host.DiskFreeBytes) / Megabyte} of {host.DiskTotalBytes / Megabyte} MB"),
        ("open files", string.Create(CultureInfo.InvariantCulture, $"{host.OpenFiles} of {host.MostOpenFiles}")),
        ("network", $"{host.NetworkReceivedBytes / Megabyte} MB in, {host.NetworkSentBytes / Megabyte} MB out"),
        ("connections", string.Join(", ", host.Connections.OrderBy(state => state.Key).Select(state => $"{state.Value} {state.Key}"))),
        ("up", TimeSpan.FromSeconds(host.UptimeSeconds).ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture)),
    ];
}
