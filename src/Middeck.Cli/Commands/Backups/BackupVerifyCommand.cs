using System.CommandLine;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Backups;

/// <summary><c>middeck backup verify [NAME]</c>: whether a backup is whole.</summary>
internal static class BackupVerifyCommand
{
    public static Command Create(CommandContext context)
    {
        var name = BackupSettings.Name(context);
        var command = new Command("verify", new Message(
            "Read a backup to its end and compare everything", "完整读取备份并校验").In(context.Tongue)) { name };
        var settings = BackupSettings.ForReading(context, command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var progress = new ProgressLine(context);
            var check = await BackupSettings.Service(context)
                .VerifyAsync(parsed.GetRequiredValue(name), settings.Read(parsed), progress, cancellationToken);
            progress.End();
            await context.Error.WriteLineAsync(BackupWords.Whole(check).In(context.Tongue));
            if (settings.IsJson(parsed))
            {
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(check, BackupCliJson.Default.BackupCheck));
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }
}
