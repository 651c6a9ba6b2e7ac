using System.CommandLine;
using Middeck.Operations;
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
            Description = "platform, postgres or supervisor",
            DefaultValueFactory = _ => ServiceNames.Platform,
        };
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on until Ctrl-C" };
        var lines = new Option<int>("--lines", "-n")
        {
            Description = "How many lines from the end",
            DefaultValueFactory = _ => 100,
        };
        var command = new Command("logs", "Show a log") { service, follow, lines };
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
