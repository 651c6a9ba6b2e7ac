using System.CommandLine;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Users;

/// <summary><c>middeck user reset-password EMAIL</c>: a new password, the end of all sessions and of a lock.</summary>
internal static class UserResetPasswordCommand
{
    public static Command Create(CommandContext context)
    {
        var email = UserCommand.Email(context);
        var password = new PasswordInput(context);
        var json = CommonOptions.AsJson(context);
        var command = new Command("reset-password", new Message(
            "Give an account a new password and end its sessions", "重置密码并结束所有会话").In(context.Tongue))
        {
            email, json,
        };
        password.AddTo(command);
        command.AddExamples(
            ("middeck user reset-password admin@middeck.local --generate", new Message("A generated one, shown once", "自动生成，仅显示一次")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var who = parsed.GetRequiredValue(email);
            var wanted = password.Read(context, parsed);
            var generated = await AccountSession.DoAsync(
                context, (work, by) => work.ResetPasswordAsync(who, wanted, by, cancellationToken), cancellationToken);
            UserAct.Tell(
                context, parsed.GetValue(json), new UserActView(who, "password_reset", generated), UserMessages.PasswordSet(who));
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
