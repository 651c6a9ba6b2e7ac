using System.CommandLine;
using Middeck.Operations;
using Middeck.Operations.Language;
using Middeck.Operations.Logs;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck logs [SERVICE] [-f]</c>: the end of a process's log, and what comes after it.</summary>
internal static class LogsCommand
{
    public static Command Create(CommandContext context)
    {
        var service = new Argument<string>("service")
        {
            Description = new Message("platform, postgres or supervisor", "platform、postgres 或 supervisor").In(context.Tongue),
            DefaultValueFactory = _ => ServiceNames.Platform,
        };
        var follow = new Option<bool>("--follow", "-f") { Description = new Message("Go on until Ctrl-C", "持续输出，直到 Ctrl-C").In(context.Tongue) };
        var lines = new Option<int>("--lines", "-n")
        {
            Description = new Message("How many lines from the end", "显示末尾的行数").In(context.Tongue),
            DefaultValueFactory = _ => 100,
        };
        var command = new Command("logs", new Message("Show a log", "显示日志").In(context.Tongue)) { service, follow, lines };
        command.AddExamples(("middeck logs postgres -f", new Message("Follow a log", "持续查看日志")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetRequiredValue(service);
            if (!ServiceNames.All.Contains(name))
            {
                throw new RefusedException(ExitCode.Usage, CliMessages.NoSuchLog(name, ServiceNames.All));
            }

            var log = new LogReader(context.Home.LogOf(name), context.Clock);
            var end = log.End;
            foreach (var line in log.Tail(parsed.GetValue(lines)))
            {
                await context.Output.WriteLineAsync(line.AsMemory(), cancellationToken);
            }

            if (parsed.GetValue(follow))
            {
                await log.FollowAsync(end, context.Output, cancellationToken);
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }
}
