using System.CommandLine;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Users;

/// <summary><c>middeck user</c>: the accounts of this installation, over its database; it needs no session and no running platform.</summary>
internal static class UserCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("user", new Message(
            "Manage the accounts of this installation", "管理此安装的账号").In(context.Tongue));
        command.Subcommands.Add(UserListCommand.Create(context));
        command.Subcommands.Add(UserCreateCommand.Create(context));
        command.Subcommands.Add(UserResetPasswordCommand.Create(context));
        command.Subcommands.Add(UserMakeAdminCommand.Create(context));
        command.Subcommands.Add(UserDisableCommand.Create(context));
        return command;
    }

    /// <summary>Names the account.</summary>
    public static Argument<string> Email(CommandContext context) => new("email")
    {
        Description = new Message("The account's e-mail address", "账号的邮箱地址").In(context.Tongue),
    };
}
