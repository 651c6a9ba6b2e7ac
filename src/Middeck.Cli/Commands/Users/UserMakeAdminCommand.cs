using System.CommandLine;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Users;

/// <summary><c>middeck user make-admin EMAIL</c>: lets somebody administer the installation, or no longer.</summary>
internal static class UserMakeAdminCommand
{
    public static Command Create(CommandContext context)
    {
        var email = UserCommand.Email(context);
        var revoke = new Option<bool>("--revoke") { Description = new Message("Take the right away", "取消管理员").In(context.Tongue) };
        var json = CommonOptions.AsJson(context);
        var command = new Command("make-admin", new Message(
            "Let an account administer the installation", "设为安装管理员").In(context.Tongue))
        {
            email, revoke, json,
        };
        command.AddExamples(("middeck user make-admin ann@example.com", new Message("Ann administers it too", "将 Ann 设为管理员")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (who, gives) = (parsed.GetRequiredValue(email), !parsed.GetValue(revoke));
            await AccountSession.DoAsync(
                context,
                async (work, by) =>
                {
                    await work.SetAdministratorAsync(who, gives, by, cancellationToken);
                    return true;
                },
                cancellationToken);
            UserAct.Tell(
                context,
                parsed.GetValue(json),
                new UserActView(who, gives ? "administrator" : "not_administrator", null),
                gives ? UserMessages.Administrator(who) : UserMessages.NoAdministrator(who));
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
