using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Language;
using Middeck.Operations.Supervision;
using Spectre.Console;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck status</c>: which processes run, since when, how large.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandContext context)
    {
        var json = new Option<bool>("--json")
        {
            Description = new Message("Machine-readable on standard output", "在标准输出上给出机器可读的结果").In(context.Tongue),
        };
        var command = new Command("status", new Message("Show what runs in this home", "显示此主目录中运行的进程").In(context.Tongue)) { json };
        command.AddExamples(("middeck status --json", new Message("For a script", "供脚本使用")));
        command.SetAction(parsed =>
        {
            var view = StatusView.Of(context.Home, new Installation(context.Home, context.Clock));
            if (parsed.GetValue(json))
            {
                context.Output.WriteLine(JsonSerializer.Serialize(view, CliJson.Default.StatusView));
            }
            else
            {
                Show(context, view, context.Tongue);
            }

            return (int)(view.Running ? ExitCode.Ok : ExitCode.NotRunning);
        });
        return command;
    }

    private static void Show(CommandContext context, StatusView view, Tongue tongue)
    {
        if (!view.Running)
        {
            context.Error.WriteLine(CliMessages.NotRunning(context.Home).In(tongue));
            return;
        }

        var table = new Table().Border(TableBorder.Minimal)
            .AddColumns("service", "state", "pid", "memory", "up", "restarts", "last words");
        foreach (var service in view.Services)
        {
            var up = service.StartedAt is { } started && service.Pid is not null
                ? (context.Clock.GetUtcNow() - started).ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture)
                : "";
            table.AddRow(
                service.Name,
                service.State,
                Number(service.Pid),
                service.MemoryBytes is { } bytes ? $"{bytes / (1024 * 1024)} MB" : "",
                up,
                Number(service.Restarts),
                Markup.Escape(service.LastWords ?? ""));
        }

        Terminal.On(context.Output).Write(table);
        context.Output.WriteLine(view.Url);
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
