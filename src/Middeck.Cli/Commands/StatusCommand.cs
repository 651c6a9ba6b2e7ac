using System.CommandLine;
using System.Text.Json;
using Middeck.Cli.Running;
using Middeck.Operations;
using Middeck.Operations.Language;
using Middeck.Operations.Monitoring;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck status</c>: which services run, since when, how healthy, how large.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandContext context)
    {
        var json = CommonOptions.AsJson(context);
        var command = new Command("status", new Message("Show what runs in this home", "查看此主目录中运行的服务").In(context.Tongue)) { json };
        command.AddExamples(("middeck status --json", new Message("For a script", "供脚本使用")));
        command.SetAction(parsed =>
        {
            var view = InstallationView.Of(context.Home, context.Clock);
            if (parsed.GetValue(json))
            {
                context.Output.WriteLine(JsonSerializer.Serialize(view, CliJson.Default.InstallationView));
            }
            else if (view.Running)
            {
                Terminal.On(context.Output).Write(ServiceTable.Of(context, view.Services, cpu: null));
                context.Output.WriteLine(view.Url);
            }
            else
            {
                context.Error.WriteLine(CliMessages.NotRunning(context.Home).In(context.Tongue));
            }

            return (int)(view.Running ? ExitCode.Ok : ExitCode.NotRunning);
        });
        return command;
    }
}
