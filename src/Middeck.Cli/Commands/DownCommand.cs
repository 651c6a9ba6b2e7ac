using System.CommandLine;
using Middeck.Operations;
using Middeck.Operations.Language;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck down</c>: stops what <c>up</c> started in this home, and nothing else.</summary>
internal static class DownCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("down", new Message("Stop Middeck; data stays", "停止 Middeck，保留数据").In(context.Tongue));
        command.AddExamples(("middeck down", new Message("Stop everything", "全部停止")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var stopped = await new Installation(context.Home, context.Clock).StopAsync(cancellationToken);
            var sentence = stopped ? CliMessages.Stopped() : CliMessages.NothingRuns(context.Home);
            await context.Error.WriteLineAsync(sentence.In(context.Tongue));
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
