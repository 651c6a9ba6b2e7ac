using System.CommandLine;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Backups;

/// <summary><c>middeck backup delete NAME | --expired</c>: and the objects that no other backup needs.</summary>
internal static class BackupDeleteCommand
{
    public static Command Create(CommandContext context)
    {
        var name = new Argument<string?>("name")
        {
            Description = new Message("The backup's name", "备份名称").In(context.Tongue),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var expired = new Option<bool>("--expired")
        {
            Description = new Message("All that backup.retention no longer keeps", "backup.retention 不再保留的全部备份").In(context.Tongue),
        };
        var yes = new Option<bool>("--yes", "-y")
        {
            Description = new Message("Do not ask", "不再询问").In(context.Tongue),
        };
        var command = new Command("delete", new Message("Remove backups", "删除备份").In(context.Tongue)) { name, expired, yes };
        var settings = BackupSettings.ForReading(context, command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var one = parsed.GetValue(name);
            if (one is null == !parsed.GetValue(expired))
            {
                throw new RefusedException(ExitCode.Usage, BackupWords.NameOrExpired());
            }

            var service = BackupSettings.Service(context);
            var request = settings.Read(parsed);
            IReadOnlyList<string> names = one is not null
                ? [one]
                : [.. (await service.ExpiredAsync(request, cancellationToken)).Select(backup => backup.Name)];
            if (names.Count > 0 && !Asking.Confirm(context, BackupWords.MayDelete(names), parsed.GetValue(yes)))
            {
                return (int)ExitCode.Failed;
            }

            var removed = one is not null
                ? await service.DeleteAsync(one, request, cancellationToken)
                : await service.PruneAsync(request, cancellationToken);
            await context.Error.WriteLineAsync(BackupWords.Removed(removed).In(context.Tongue));
            if (settings.IsJson(parsed))
            {
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(removed, BackupCliJson.Default.BackupRemoval));
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }
}
