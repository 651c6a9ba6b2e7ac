using System.CommandLine;
using Middeck.Operations;
using Middeck.Operations.Configuration;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck supervise</c>: what <c>up</c> starts in the background, and what a systemd unit starts.</summary>
internal static class SuperviseCommand
{
    public static Command Create(CommandContext context)
    {
        var settings = new SettingOptions();
        var command = new Command("supervise", "Run PostgreSQL and the platform until told to stop (for systemd)");
        settings.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            context.Home.Create();
            var given = settings.Read(parsed);
            var configuration = ConfigurationLoader.Load(context.Home, given, context.Environment);
            await new Supervisor(context.Home, configuration, context.Output, context.Clock)
                .RunAsync(PlatformCommand.For(context, given), cancellationToken);
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
