using System.CommandLine;
using Middeck.Cli.Running;
using Middeck.Operations;
using Middeck.Operations.Configuration;
using Middeck.Operations.Language;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck supervise</c>: what <c>up</c> starts in the background, and what a systemd unit starts.</summary>
internal static class SuperviseCommand
{
    public static Command Create(CommandContext context)
    {
        var settings = new SettingOptions(context);
        var selection = new SelectionOptions(context);
        var command = new Command("supervise", new Message(
            "Run PostgreSQL, the platform and the services until told to stop (for systemd)",
            "运行 PostgreSQL、平台和各服务直到被停止（供 systemd 使用）").In(context.Tongue));
        settings.AddTo(command);
        selection.AddTo(command);
        command.AddExamples(("middeck supervise", new Message("What a systemd unit starts", "由 systemd 单元启动")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            context.Home.Create();
            var given = settings.Read(parsed);
            var configuration = ConfigurationLoader.Load(context.Home, given, context.Environment);
            await new Supervisor(context.Home, configuration, context.Output, context.Clock)
                .RunAsync(PlatformCommand.For(context, given), selection.Read(parsed), cancellationToken);
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
