using System.CommandLine;
using Middeck.Operations;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck up</c>: makes what is missing, starts everything, waits until it is healthy.</summary>
internal static class UpCommand
{
    public static Command Create(CommandContext context)
    {
        var settings = new SettingOptions();
        var foreground = new Option<bool>("--foreground") { Description = "Keep it in this terminal; Ctrl-C stops it" };
        var command = new Command("up", "Start Middeck and wait until it is healthy") { foreground };
        settings.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var start = new Start(context, settings.Read(parsed), context.Tongue);
            if (parsed.GetValue(foreground))
            {
                await start.InForegroundAsync(cancellationToken);
            }
            else
            {
                await start.InBackgroundAsync(cancellationToken);
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }
}
