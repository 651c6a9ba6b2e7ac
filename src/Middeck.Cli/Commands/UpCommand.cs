using System.CommandLine;
using Middeck.Cli.Running;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck up</c>: makes what is missing, starts everything, waits until it is healthy.</summary>
internal static class UpCommand
{
    public static Command Create(CommandContext context)
    {
        var settings = new SettingOptions(context);
        var selection = new SelectionOptions(context);
        var foreground = new Option<bool>("--foreground")
        {
            Description = new Message("Keep it in this terminal; Ctrl-C stops it", "在当前终端前台运行，按 Ctrl-C 停止").In(context.Tongue),
        };
        var command = new Command(
            "up", new Message("Start Middeck and its services and wait until they are healthy", "启动 Middeck 及其服务并等待就绪").In(context.Tongue))
        {
            foreground,
        };
        settings.AddTo(command);
        selection.AddTo(command);
        command.AddExamples(
            ("middeck up", new Message("Start in the background", "后台启动")),
            ("middeck up --port 7090", new Message("On another port", "使用其他端口")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var selected = selection.Read(parsed);
            var start = new Start(context, settings.Read(parsed), selected);
            if (!parsed.GetValue(foreground))
            {
                return (int)await start.InBackgroundAsync(cancellationToken);
            }

            if (selected.Only.Count > 0)
            {
                throw new RefusedException(ExitCode.Usage, RunningMessages.ForegroundIsForAll());
            }

            await start.InForegroundAsync(cancellationToken);
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
