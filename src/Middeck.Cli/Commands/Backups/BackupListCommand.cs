using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Backup;
using Middeck.Operations.Language;
using Spectre.Console;

namespace Middeck.Cli.Commands.Backups;

/// <summary><c>middeck backup list</c>: what is there, the newest first.</summary>
internal static class BackupListCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("list", new Message("Show the backups", "列出备份").In(context.Tongue));
        var settings = BackupSettings.ForReading(context, command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var list = await BackupSettings.Service(context).ListAsync(settings.Read(parsed), cancellationToken);
            if (settings.IsJson(parsed))
            {
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(list, BackupCliJson.Default.BackupList));
            }
            else
            {
                Show(context, list);
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static void Show(CommandContext context, BackupList list)
    {
        if (list.Whole.Count == 0 && list.Damaged.Count == 0)
        {
            context.Error.WriteLine(BackupWords.Empty(list.Address).In(context.Tongue));
            return;
        }

        var table = new Table().Border(TableBorder.Minimal)
            .AddColumns("name", "size", "objects", "encrypted", "keys", "version", "reason");
        foreach (var backup in list.Whole)
        {
            table.AddRow(
                backup.Name,
                Sizes.Show(backup.Bytes),
                backup.Objects.Count.ToString(CultureInfo.InvariantCulture),
                backup.Encryption.Method == "none" ? "no" : backup.Encryption.Method,
                backup.IncludesKeys ? "yes" : "no",
                Markup.Escape(backup.ProgramVersion),
                Markup.Escape(backup.Reason));
        }

        foreach (var name in list.Damaged)
        {
            table.AddRow(name, "", "", "", "", "", "damaged");
        }

        Terminal.On(context.Output).Write(table);
        context.Output.WriteLine(list.Address);
    }
}
