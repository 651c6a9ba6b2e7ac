using System.Globalization;
using Middeck.Operations.Language;
using Middeck.Operations.Monitoring;
using Spectre.Console;

namespace Middeck.Cli.Running;

/// <summary>The services as a table for people.</summary>
internal static class ServiceTable
{
    /// <param name="context">The clock and the language.</param>
    /// <param name="services">The rows.</param>
    /// <param name="cpu">The processor's share over the last moments; null: since each was started.</param>
    public static Table Of(CommandContext context, IReadOnlyList<ServiceView> services, IReadOnlyDictionary<string, double>? cpu)
    {
        var table = new Table().Border(TableBorder.Minimal);
        foreach (var column in Columns)
        {
            table.AddColumn(new TableColumn(column.In(context.Tongue)).NoWrap());
        }

        foreach (var service in services)
        {
            var up = service.State is "running" or "starting" && service.StartedAt is { } started
                ? (context.Clock.GetUtcNow() - started).ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture)
                : "";
            table.AddRow(
                service.Name,
                service.Kind,
                service.State,
                service.Health == "unknown" ? "" : service.Health,
                Number(service.Pid),
                string.Join(' ', service.Ports),
                Percent(cpu is null ? service.CpuPercent : cpu.TryGetValue(service.Name, out var now) ? now : null),
                service.MemoryBytes is { } bytes ? $"{bytes / (1024 * 1024)} MB" : "",
                Number(service.Connections),
                up,
                Number(service.Restarts),
                Markup.Escape(Short(service.HealthProblem ?? service.LastWords ?? "")));
        }

        return table;
    }

    private static readonly Message[] Columns =
    [
        new("service", "服务"), new("kind", "类型"), new("state", "状态"), new("health", "健康"), new("pid", "进程"), new("port", "端口"),
        new("cpu", "处理器"), new("memory", "内存"), new("conns", "连接"), new("up", "运行时长"), new("restarts", "重启"), new("last error", "最近错误"),
    ];

    private static string Short(string words) => words.Length <= 40 ? words : $"{words[..39]}…";

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Percent(double? percent) => percent is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number:0.0} %") : "";
}
