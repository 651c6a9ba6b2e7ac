using System.CommandLine;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Backup.Drills;
using Middeck.Operations.Language;
using Middeck.Server.Backups;

namespace Middeck.Cli.Commands.Backups;

/// <summary><c>middeck drill [NAME]</c>: a restore for trial. What runs and what is kept stays as it is.</summary>
internal static class DrillCommand
{
    public static Command Create(CommandContext context)
    {
        var name = BackupSettings.Name(context);
        var history = new Option<bool>("--history")
        {
            Description = new Message("Show the earlier drills instead", "显示历次演练").In(context.Tongue),
        };
        var command = new Command("drill", new Message(
            "Restore a backup for trial, ask the platform, and remove everything again", "试恢复备份、询问平台，随后全部清除").In(context.Tongue))
        {
            name, history,
        };
        var settings = BackupSettings.ForReading(context, command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var service = BackupSettings.Service(context);
            var request = settings.Read(parsed);
            if (parsed.GetValue(history))
            {
                var drills = await service.DrillsAsync(request, cancellationToken);
                await ShowAsync(context, settings.IsJson(parsed), drills);
                return (int)ExitCode.Ok;
            }

            var progress = new ProgressLine(context);
            var platform = new ServedPlatform(context.Executable, DrillKey.MakeAsync, context.Clock);
            var record = await service.DrillAsync(
                parsed.GetRequiredValue(name), request, platform, progress, cancellationToken);
            progress.End();
            foreach (var answer in record.Answers)
            {
                await context.Error.WriteLineAsync(answer);
            }

            await context.Error.WriteLineAsync(BackupWords.Drill(record).In(context.Tongue));
            if (settings.IsJson(parsed))
            {
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(record, BackupCliJson.Default.DrillRecord));
            }

            return (int)(record.Passed ? ExitCode.Ok : ExitCode.DrillFailed);
        });
        return command;
    }

    private static async Task ShowAsync(CommandContext context, bool json, IReadOnlyList<DrillRecord> drills)
    {
        if (json)
        {
            await context.Output.WriteLineAsync(
                JsonSerializer.Serialize(drills, BackupCliJson.Default.IReadOnlyListDrillRecord));
            return;
        }

        foreach (var drill in drills)
        {
            await context.Output.WriteLineAsync($"{drill.StartedAt:u}  {BackupWords.Drill(drill).In(context.Tongue)}");
        }
    }
}
