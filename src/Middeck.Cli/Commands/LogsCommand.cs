using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Middeck.Cli.Running;
using Middeck.Operations;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Language;
using Middeck.Operations.Logs;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck logs [SERVICE…] [-f]</c>: the end of services' logs, and what comes after it.</summary>
internal static class LogsCommand
{
    public static Command Create(CommandContext context)
    {
        var services = ServiceArguments.Services(context, new Message(
            "platform, postgres, supervisor or services of the catalogue; none: platform",
            "platform、postgres、supervisor 或目录中的服务；不写则为 platform"));
        var follow = new Option<bool>("--follow", "-f")
        {
            Description = new Message("Go on until Ctrl-C", "持续输出，按 Ctrl-C 结束").In(context.Tongue),
        };
        var lines = new Option<int>("--lines", "-n")
        {
            Description = new Message("How many lines from the end", "从末尾起的行数").In(context.Tongue),
            DefaultValueFactory = _ => 100,
        };
        var command = new Command("logs", new Message("Show logs", "查看日志").In(context.Tongue)) { services, follow, lines };
        command.AddExamples(("middeck logs postgres -f", new Message("Follow a log", "持续查看日志")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var names = parsed.GetValue(services) is { Length: > 0 } given ? given : [ServiceNames.Platform];
            var catalogue = CatalogueLoader.Load(context.Home);
            string[] known = [.. ServiceNames.All, .. catalogue.Services.Select(service => service.Name)];
            if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            {
                throw new RefusedException(ExitCode.Usage, CliMessages.NoSuchLog(unknown, known));
            }

            var shown = new Shown(context, names.Length > 1 ? names.Max(name => name.Length) : 0);
            await Task.WhenAll(names.Select(name => ExternalLog.CommandFor(catalogue.Find(name), parsed.GetValue(lines), parsed.GetValue(follow)) is { } other
                ? shown.RunAsync(name, other, cancellationToken)
                : shown.FileAsync(name, parsed.GetValue(lines), parsed.GetValue(follow), cancellationToken)));
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private sealed class Shown(CommandContext context, int width)
    {
        public async Task FileAsync(string name, int lines, bool follow, CancellationToken cancellationToken)
        {
            var log = new LogReader(context.Home.LogOf(name), context.Clock);
            var end = log.End;
            using var output = Writer(name);
            foreach (var line in log.Tail(lines))
            {
                await output.WriteLineAsync(line.AsMemory(), cancellationToken);
            }

            if (follow)
            {
                await log.FollowAsync(end, output, cancellationToken);
            }
        }

        // journalctl or docker compose: its own log is the log.
        public async Task RunAsync(string name, IReadOnlyList<string> command, CancellationToken cancellationToken)
        {
            using var output = Writer(name);
            try
            {
                using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true })!;
                await using var stop = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
                while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
                {
                    await output.WriteLineAsync(line);
                }
            }
            catch (Win32Exception ex)
            {
                throw new RefusedException(ExitCode.Failed, new Message(
                    $"{name}: {command[0]} cannot be run here: {Message.Sentence(ex.Message)}",
                    $"{name}：此处无法运行 {command[0]}：{Message.Quote(ex.Message)}。"), ex);
            }
        }

        private PrefixWriter Writer(string name) => new(context.Output, width == 0 ? "" : $"{name.PadRight(width)} | ");
    }
}
