using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Middeck.Operations;
using Middeck.Operations.Backup;
using Middeck.Operations.Backup.Wal;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Backups;

/// <summary><c>middeck backup restore [NAME]</c>: into this home or another one.</summary>
internal static class BackupRestoreCommand
{
    public static Command Create(CommandContext context)
    {
        var name = BackupSettings.Name(context);
        var into = new Option<string?>("--into-home")
        {
            Description = new Message("Restore into this folder instead of the home", "恢复到此目录而不是当前主目录").In(context.Tongue),
        };
        var at = new Option<DateTimeOffset?>("--at")
        {
            Description = new Message(
                "Put the private database back to this moment (RFC 3339); needs backup.wal_archive",
                "将专用数据库恢复到此时刻（RFC 3339，需启用 backup.wal_archive）").In(context.Tongue),
        };
        var overwrite = new Option<bool>("--overwrite")
        {
            Description = new Message("Replace everything that is there", "替换现有的全部内容").In(context.Tongue),
        };
        var yes = new Option<bool>("--yes", "-y")
        {
            Description = new Message("Do not ask", "不再询问").In(context.Tongue),
        };
        var command = new Command("restore", new Message(
            "Put a backup back; Middeck must not run", "恢复备份（需先停止 Middeck）").In(context.Tongue)) { name, into, at, overwrite, yes };
        var settings = BackupSettings.ForReading(context, command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var home = parsed.GetValue(into) is { Length: > 0 } folder ? new MiddeckHome(folder) : context.Home;
            if (parsed.GetValue(overwrite)
                && !Asking.Confirm(context, BackupWords.MayOverwrite(home.Root), parsed.GetValue(yes)))
            {
                return (int)ExitCode.Failed;
            }

            if (parsed.GetValue(at) is { } moment)
            {
                await new PointInTimeRestore(home, BackupService.OptionsOf(Load(context, home)), context.Clock)
                    .RunAsync(moment, parsed.GetValue(overwrite), cancellationToken);
                await context.Error.WriteLineAsync(BackupWords.BackAt(moment).In(context.Tongue));
                return (int)ExitCode.Ok;
            }

            var progress = new ProgressLine(context);
            var outcome = await new RestoreService(home, () => Load(context, home), context.Clock).RunAsync(
                context.Home,
                BackupService.OptionsOf(Load(context, context.Home)),
                new RestoreRequest(parsed.GetRequiredValue(name), settings.Read(parsed), parsed.GetValue(overwrite)),
                progress,
                cancellationToken);
            progress.End();
            await context.Error.WriteLineAsync(BackupWords.Restored(outcome).In(context.Tongue));
            if (outcome.KeysMissing && !File.Exists(Path.Combine(home.Keys, "master")))
            {
                await context.Error.WriteLineAsync(BackupWords.PutKeyBack(home.Keys).In(context.Tongue));
            }

            if (settings.IsJson(parsed))
            {
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(outcome, BackupCliJson.Default.RestoreOutcome));
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static IConfigurationRoot Load(CommandContext context, MiddeckHome home)
        => ConfigurationLoader.Load(home, new Dictionary<string, string>(), context.Environment);
}
