using System.CommandLine;
using System.Text.Json;
using Middeck.Cli.Commands.Backups;
using Middeck.Operations;
using Middeck.Operations.Configuration;
using Middeck.Operations.Language;
using Middeck.Operations.Upgrade;

namespace Middeck.Cli.Commands.Upgrades;

/// <summary><c>middeck upgrade [--from FILE|FOLDER]</c>: another version, and the one before again where it does not start.</summary>
internal static class UpgradeCommand
{
    public static Command Create(CommandContext context)
    {
        var from = new Option<string?>("--from")
        {
            Description = new Message(
                "A release (.tar.gz) or a folder with the program; without it this program is the new version",
                "发布包（.tar.gz）或程序目录；缺省为当前程序").In(context.Tongue),
        };
        var json = CommonOptions.AsJson(context);
        var command = new Command("upgrade", new Message(
            "Back up, change to another version, and go back by itself where that does not start",
            "备份并切换到其他版本；启动失败时自动回退").In(context.Tongue)) { from, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var progress = new ProgressLine(context);
            var outcome = await Service(context, progress).UpgradeAsync(parsed.GetValue(from), cancellationToken);
            progress.End();
            await TellAsync(context, outcome, parsed.GetValue(json));
            return (int)ExitCode.Ok;
        });
        return command;
    }

    public static UpgradeService Service(CommandContext context, ProgressLine progress) => new(
        context.Home,
        () => ConfigurationLoader.Load(context.Home, new Dictionary<string, string>(), context.Environment),
        context.Executable,
        message =>
        {
            progress.End();
            context.Error.WriteLine(message.In(context.Tongue));
        },
        progress,
        context.Clock);

    public static async Task TellAsync(CommandContext context, UpgradeOutcome outcome, bool json)
    {
        await context.Error.WriteLineAsync(UpgradeWords.Done(outcome).In(context.Tongue));
        if (json)
        {
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(outcome, UpgradeCliJson.Default.UpgradeOutcome));
        }
    }
}
