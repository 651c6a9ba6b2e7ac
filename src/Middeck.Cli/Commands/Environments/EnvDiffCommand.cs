using System.CommandLine;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Environments;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Environments;

/// <summary>
/// <c>middeck env diff [dev|prod|BACKUP]</c>: what a switch or a restore would change. Like <c>diff</c> itself it ends with 0
/// for no difference and with 1 for some.
/// </summary>
internal static class EnvDiffCommand
{
    public static Command Create(CommandContext context)
    {
        var with = new Argument<string?>("with")
        {
            Description = new Message(
                "dev, prod, or the name of a backup; the newest backup when left out", "dev、prod 或备份名称；默认为最新备份").In(context.Tongue),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = CommonOptions.AsJson(context);
        var command = new Command("diff", new Message(
            "Show what a switch or a restore would change; ends with 1 when there is a difference",
            "显示切换或恢复将带来的更改；有差异时返回 1").In(context.Tongue))
        {
            with, json,
        };
        command.AddExamples(("middeck env diff prod", new Message("What would change in production", "切换到生产环境的更改")));
        command.SetAction(parsed =>
        {
            var (name, lines) = Compare(context, parsed.GetValue(with));
            if (parsed.GetValue(json))
            {
                var view = new EnvironmentDiffView(name, [.. lines.Select(DiffLineView.Of)]);
                context.Output.WriteLine(JsonSerializer.Serialize(view, CliJson.Default.EnvironmentDiffView));
            }
            else if (lines.Count == 0)
            {
                context.Error.WriteLine(EnvMessages.NoDifference().In(context.Tongue));
            }
            else
            {
                EnvironmentPrinter.Show(context.Output, lines);
            }

            return (int)(lines.Count == 0 ? ExitCode.Ok : ExitCode.Failed);
        });
        return command;
    }

    private static (string Name, IReadOnlyList<DiffLine> Lines) Compare(CommandContext context, string? with)
    {
        if (with is "dev" or "prod")
        {
            return (with, new EnvironmentSwitch(context.Home, context.Clock).Plan(with, null).Difference);
        }

        var backup = new ConfigurationBackups(context.Home, context.Clock).Find(with);
        return (backup.Name, RestoreDifference(context, backup));
    }

    /// <summary>What putting a copy back would change.</summary>
    public static IReadOnlyList<DiffLine> RestoreDifference(CommandContext context, ConfigurationBackup backup)
    {
        var file = context.Home.ConfigurationFile;
        return ConfigurationDiff.Between(
            ConfigurationFile.Read(file), ConfigurationFile.Read(Path.Combine(backup.Folder, Path.GetFileName(file))));
    }
}
