using System.CommandLine;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Environments;

/// <summary><c>middeck env</c>: development or production, and the way back.</summary>
internal static class EnvCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("env", new Message(
            "Switch between development and production, and back", "在开发与生产环境之间切换，并可恢复").In(context.Tongue));
        command.Subcommands.Add(EnvUseCommand.Create(context));
        command.Subcommands.Add(EnvStatusCommand.Create(context));
        command.Subcommands.Add(EnvDiffCommand.Create(context));
        command.Subcommands.Add(EnvRestoreCommand.Create(context));
        return command;
    }
}
