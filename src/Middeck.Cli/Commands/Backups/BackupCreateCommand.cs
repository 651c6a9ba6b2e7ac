using System.CommandLine;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Backups;

/// <summary><c>middeck backup create</c>: database, uploaded files, configuration and, when it is encrypted, keys.</summary>
internal static class BackupCreateCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("create", new Message("Make a backup", "创建备份").In(context.Tongue));
        var settings = BackupSettings.ForWriting(context, command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var progress = new ProgressLine(context);
            var manifest = await BackupSettings.Service(context)
                .CreateAsync(settings.Read(parsed), progress, cancellationToken);
            progress.End();
            await context.Error.WriteLineAsync(BackupWords.Made(manifest).In(context.Tongue));
            if (!manifest.IncludesKeys)
            {
                await context.Error.WriteLineAsync(BackupWords.WithoutKeys().In(context.Tongue));
            }

            foreach (var key in manifest.Objects.Damaged)
            {
                await context.Error.WriteLineAsync(BackupWords.DamagedObject(key).In(context.Tongue));
            }

            await context.Output.WriteLineAsync(settings.IsJson(parsed)
                ? JsonSerializer.Serialize(manifest, BackupCliJson.Default.BackupManifest)
                : manifest.Name);
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
