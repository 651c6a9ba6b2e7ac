using System.CommandLine;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Backup;
using Middeck.Operations.Backup.Schedules;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Backups;

/// <summary><c>middeck backup schedule [CRON]</c>: shows or sets when backups and drills are made.</summary>
internal static class BackupScheduleCommand
{
    public static Command Create(CommandContext context)
    {
        var cron = new Argument<string?>("cron")
        {
            Description = new Message(
                "Five cron fields in UTC such as \"30 3 * * *\", or off", "五段 cron 表达式（UTC），如 \"30 3 * * *\"；或 off").In(context.Tongue),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var drill = new Option<string?>("--drill")
        {
            Description = new Message("When the newest backup is restored for trial; or off", "何时对最新备份做恢复演练；或 off").In(context.Tongue),
        };
        var json = CommonOptions.AsJson(context);
        var command = new Command("schedule", new Message(
            "Show or set when backups are made", "查看或设置备份计划").In(context.Tongue)) { cron, drill, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Set(context, parsed.GetValue(cron), "schedule");
            Set(context, parsed.GetValue(drill), "drill_schedule");
            var view = await ViewAsync(context, cancellationToken);
            await context.Error.WriteLineAsync(BackupWords.Schedule(view).In(context.Tongue));
            if (parsed.GetValue(json))
            {
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(view, BackupCliJson.Default.BackupScheduleView));
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static void Set(CommandContext context, string? value, string key)
    {
        if (value is null)
        {
            return;
        }

        var schedule = value is "off" ? "" : value;
        if (schedule.Length > 0 && !CronExpression.TryParse(schedule, out _))
        {
            throw new RefusedException(ExitCode.Usage, BackupWords.BadCron(value));
        }

        context.Home.Create();
        SectionEditor.Set(context.Home.ConfigurationFile, BackupOptions.Section, key, schedule);
        context.Error.WriteLine(BackupWords.ScheduleSet().In(context.Tongue));
    }

    private static async Task<BackupScheduleView> ViewAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var configuration = BackupSettings.Load(context);
        var options = BackupService.OptionsOf(configuration);
        var service = new BackupService(context.Home, configuration, context.Clock);
        var list = await service.ListAsync(new BackupRequest(), cancellationToken);
        var drills = await service.DrillsAsync(new BackupRequest(), cancellationToken);
        return new BackupScheduleView(
            options.Schedule.Length > 0 ? options.Schedule : null,
            options.DrillSchedule.Length > 0 ? options.DrillSchedule : null,
            options.Retention.Daily,
            options.Retention.Weekly,
            options.Retention.Monthly,
            list.Whole.Count > 0 ? list.Whole[0].Name : null,
            drills.Count > 0 ? drills[0] : null);
    }
}
