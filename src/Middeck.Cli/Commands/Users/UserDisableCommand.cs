using System.CommandLine;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Users;

/// <summary><c>middeck user disable EMAIL</c>: shuts somebody out, or lets them in again.</summary>
internal static class UserDisableCommand
{
    public static Command Create(CommandContext context)
    {
        var email = UserCommand.Email(context);
        var undo = new Option<bool>("--undo") { Description = new Message("Let them in again", "重新启用").In(context.Tongue) };
        var yes = CommonOptions.Yes(context);
        var json = CommonOptions.AsJson(context);
        var command = new Command("disable", new Message("Shut an account out", "停用账号").In(context.Tongue))
        {
            email, undo, yes, json,
        };
        command.AddExamples(
            ("middeck user disable bo@example.com", new Message("Bo cannot sign in any more", "停用 Bo 的账号")),
            ("middeck user disable bo@example.com --undo", new Message("And can again", "重新启用")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (who, shuts) = (parsed.GetRequiredValue(email), !parsed.GetValue(undo));
            if (shuts && !Asking.Confirm(context, UserMessages.AskDisable(who), parsed.GetValue(yes)))
            {
                return (int)ExitCode.Declined;
            }

            await AccountSession.DoAsync(
                context,
                async (work, by) =>
                {
                    await work.SetDisabledAsync(who, shuts, by, cancellationToken);
                    return true;
                },
                cancellationToken);
            UserAct.Tell(
                context,
                parsed.GetValue(json),
                new UserActView(who, shuts ? "disabled" : "enabled", null),
                shuts ? UserMessages.Disabled(who) : UserMessages.Enabled(who));
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
