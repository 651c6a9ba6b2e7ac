using System.CommandLine;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Environments;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Environments;

/// <summary><c>middeck env restore [BACKUP]</c>: puts a copy of the configuration back.</summary>
internal static class EnvRestoreCommand
{
    public static Command Create(CommandContext context)
    {
        var name = new Argument<string?>("backup")
        {
            Description = new Message(
                "The name of a backup, as env status shows it; the newest when left out", "备份名称（见 env status）；默认为最新备份").In(context.Tongue),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var yes = CommonOptions.Yes(context);
        var json = CommonOptions.AsJson(context);
        var command = new Command("restore", new Message(
            "Put a backup of the configuration back", "恢复配置备份").In(context.Tongue))
        {
            name, yes, json,
        };
        command.AddExamples(("middeck env restore", new Message("Undo the last switch", "撤销上一次切换")));
        command.SetAction(parsed =>
        {
            var backups = new ConfigurationBackups(context.Home, context.Clock);
            var backup = backups.Find(parsed.GetValue(name));
            var lines = EnvDiffCommand.RestoreDifference(context, backup);
            EnvironmentPrinter.Show(parsed.GetValue(json) ? context.Error : context.Output, lines);
            var agreed = Asking.Confirm(context, EnvMessages.Restore(backup), parsed.GetValue(yes));
            if (agreed)
            {
                backups.Restore(backup);
                context.Error.WriteLine(EnvMessages.Restored(backup, EnvironmentPrinter.Next(context)).In(context.Tongue));
            }

            if (parsed.GetValue(json))
            {
                var view = new EnvironmentRestoreView(agreed ? backup.Name : null, [.. lines.Select(DiffLineView.Of)]);
                context.Output.WriteLine(JsonSerializer.Serialize(view, CliJson.Default.EnvironmentRestoreView));
            }

            return (int)(agreed ? ExitCode.Ok : ExitCode.Declined);
        });
        return command;
    }
}
