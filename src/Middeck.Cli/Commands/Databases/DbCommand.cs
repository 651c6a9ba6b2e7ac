using System.CommandLine;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Databases;

/// <summary><c>middeck db</c>: the database itself.</summary>
internal static class DbCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("db", new Message("Work on the database itself", "直接操作数据库").In(context.Tongue));
        command.Subcommands.Add(DbShellCommand.Create(context));
        command.Subcommands.Add(DbStatusCommand.Create(context));
        return command;
    }
}
