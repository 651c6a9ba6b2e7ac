using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Middeck.Cli.Running;
using Middeck.Operations;
using Middeck.Operations.Language;
using Middeck.Operations.Monitoring;

namespace Middeck.Cli.Commands.Monitor;

/// <summary><c>middeck monitor</c>: what everything does, now, again and again, or as a report.</summary>
internal static class MonitorCommand
{
    private const int DefaultHours = 24;
    private const int DefaultSeconds = 5;

    public static Command Create(CommandContext context)
    {
        var command = new Command("monitor", new Message("Watch services, machine and errors", "监控服务、主机与错误").In(context.Tongue));
        command.Subcommands.Add(Status(context));
        command.Subcommands.Add(Full(context));
        command.Subcommands.Add(Watch(context));
        command.Subcommands.Add(Report(context));
        command.Subcommands.Add(Logs(context));
        return command;
    }

    private static Command Status(CommandContext context)
    {
        var json = CommonOptions.AsJson(context);
        var command = new Command("status", new Message("The services now", "各服务当前状态").In(context.Tongue)) { json };
        command.SetAction(async (parsed, cancellationToken) =>
            Show(context, await new MonitorSampler(context).LookAsync(cancellationToken), parsed.GetValue(json)));
        return command;
    }

    private static Command Full(CommandContext context)
    {
        var json = CommonOptions.AsJson(context);
        var command = new Command("full", new Message("Services, machine, network and errors", "服务、主机、网络与错误").In(context.Tongue)) { json };
        command.SetAction(async (parsed, cancellationToken) =>
            Show(context, await new MonitorSampler(context).LookFullyAsync(DefaultHours, cancellationToken), parsed.GetValue(json)));
        return command;
    }

    private static Command Watch(CommandContext context)
    {
        var every = new Argument<int>("seconds")
        {
            Description = new Message("Seconds between two looks", "刷新间隔（秒）").In(context.Tongue),
            DefaultValueFactory = _ => DefaultSeconds,
        };
        var json = new Option<bool>("--json")
        {
            Description = new Message("One JSON document per line and look", "每次刷新输出一行 JSON").In(context.Tongue),
        };
        var command = new Command("watch", new Message("The services, until Ctrl-C", "持续刷新，按 Ctrl-C 结束").In(context.Tongue)) { every, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var seconds = Math.Clamp(parsed.GetValue(every), 1, 3600);
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(seconds), context.Clock);
            var sampler = new MonitorSampler(context);
            try
            {
                do
                {
                    var view = await sampler.LookAsync(cancellationToken);
                    if (parsed.GetValue(json))
                    {
                        context.Output.WriteLine(JsonSerializer.Serialize(view, MonitorLines.Default.MonitorView));
                    }
                    else
                    {
                        Redraw(context, view, seconds);
                    }

                    await context.Output.FlushAsync(cancellationToken);
                }
                while (await timer.WaitForNextTickAsync(cancellationToken));
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // Ctrl-C is how it ends.
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Report(CommandContext context)
    {
        var json = CommonOptions.AsJson(context);
        var command = new Command("report", new Message("Write a report into the home", "在主目录中生成报告").In(context.Tongue)) { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var view = await new MonitorSampler(context).LookFullyAsync(DefaultHours, cancellationToken);
            var folder = Directory.CreateDirectory(Path.Combine(context.Home.Root, "reports")).FullName;
            var name = view.At.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
            var file = Path.Combine(folder, $"monitor-{name}.md");
            await File.WriteAllTextAsync($"{file}.new", MonitorText.Markdown(context, view), cancellationToken);
            File.Move($"{file}.new", file, overwrite: true);
            context.Error.WriteLine(MonitorMessages.Written(file).In(context.Tongue));
            context.Output.WriteLine(
                parsed.GetValue(json) ? JsonSerializer.Serialize(new ReportView(file), RunningJson.Default.ReportView) : file);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Logs(CommandContext context)
    {
        var hours = new Option<int>("--hours")
        {
            Description = new Message("How many hours back", "回溯的小时数").In(context.Tongue),
            DefaultValueFactory = _ => DefaultHours,
        };
        var json = CommonOptions.AsJson(context);
        var command = new Command("logs", new Message("The errors in the logs, like to like", "汇总日志中的错误").In(context.Tongue)) { hours, json };
        command.SetAction(parsed =>
        {
            var back = Math.Clamp(parsed.GetValue(hours), 1, 24 * 366);
            var since = context.Clock.GetUtcNow() - TimeSpan.FromHours(back);
            var errors = new LogSummary(context.Home).Since(since);
            if (parsed.GetValue(json))
            {
                context.Output.WriteLine(JsonSerializer.Serialize(new LogsView(since, errors), RunningJson.Default.LogsView));
            }
            else
            {
                MonitorText.ShowErrors(context, errors, back);
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static int Show(CommandContext context, MonitorView view, bool json)
    {
        if (json)
        {
            context.Output.WriteLine(JsonSerializer.Serialize(view, RunningJson.Default.MonitorView));
        }
        else
        {
            MonitorText.Show(context, view);
        }

        return (int)(view.Status.Running ? ExitCode.Ok : ExitCode.NotRunning);
    }

    // On a terminal each look takes the place of the last (ECMA-48: cursor home, erase below); a pipe gets one after the other.
    private static void Redraw(CommandContext context, MonitorView view, int seconds)
    {
        if (!Console.IsOutputRedirected)
        {
            context.Output.Write("\u001b[H\u001b[2J");
        }

        context.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{view.At:yyyy-MM-dd HH:mm:ss}Z  {view.Status.Url}  {MonitorMessages.Every(seconds).In(context.Tongue)}"));
        MonitorText.Show(context, view);
    }
}
