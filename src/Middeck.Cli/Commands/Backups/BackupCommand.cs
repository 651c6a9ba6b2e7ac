using System.CommandLine;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Backups;

/// <summary><c>middeck backup …</c>: the table of contents.</summary>
internal static class BackupCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("backup", new Message(
            "Make, check, restore and remove backups", "创建、校验、恢复与删除备份").In(context.Tongue));
        command.Subcommands.Add(BackupCreateCommand.Create(context));
        command.Subcommands.Add(BackupListCommand.Create(context));
        command.Subcommands.Add(BackupVerifyCommand.Create(context));
        command.Subcommands.Add(BackupRestoreCommand.Create(context));
        command.Subcommands.Add(BackupDeleteCommand.Create(context));
        command.Subcommands.Add(BackupScheduleCommand.Create(context));
        return command;
    }
}
