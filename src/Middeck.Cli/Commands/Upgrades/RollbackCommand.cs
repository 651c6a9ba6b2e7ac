using System.CommandLine;
using Middeck.Cli.Commands.Backups;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Upgrades;

/// <summary><c>middeck rollback</c>: the version before the last upgrade.</summary>
internal static class RollbackCommand
{
    public static Command Create(CommandContext context)
    {
        var yes = new Option<bool>("--yes", "-y")
        {
            Description = new Message("Do not ask", "不再询问").In(context.Tongue),
        };
        var json = CommonOptions.AsJson(context);
        var command = new Command("rollback", new Message(
            "Go back to the version before the last upgrade", "回退到上次升级之前的版本").In(context.Tongue)) { yes, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var progress = new ProgressLine(context);
            var outcome = await UpgradeCommand.Service(context, progress).RollBackAsync(
                backup => Asking.Confirm(context, UpgradeWords.MayGoBack(backup), parsed.GetValue(yes)), cancellationToken);
            progress.End();
            if (outcome is null)
            {
                return (int)ExitCode.Failed;
            }

            await UpgradeCommand.TellAsync(context, outcome, parsed.GetValue(json));
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
