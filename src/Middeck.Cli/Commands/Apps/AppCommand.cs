using System.CommandLine;
using System.Text.Json;
using Middeck.Cli.Servers;
using Middeck.Core;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app</c>: the apps of a server, for people and for pipelines.</summary>
internal static class AppCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("app", new Message("Work on the apps of a server", "管理服务器上的应用").In(context.Tongue));
        ServerOptions.Describe(context.Tongue);
        command.Options.Add(ServerOptions.Server);
        command.Options.Add(ServerOptions.Key);
        command.Options.Add(ServerOptions.AsJson);
        command.Subcommands.Add(AppListCommand.Create(context));
        command.Subcommands.Add(AppShowCommand.Create(context));
        command.Subcommands.Add(AppCreateCommand.Create(context));
        command.Subcommands.Add(AppImportCommand.Create(context));
        command.Subcommands.Add(AppExportCommand.Create(context));
        command.Subcommands.Add(AppPublishCommand.Create(context));
        command.Subcommands.Add(AppRollbackCommand.Create(context));
        command.Subcommands.Add(AppVersionsCommand.Create(context));
        command.Subcommands.Add(AppDiffCommand.Create(context));
        command.Subcommands.Add(AppDeleteCommand.Create(context));
        return command;
    }

    /// <summary>Makes the command work on the server that is named, and show its answer: as JSON, or in words.</summary>
    /// <param name="command">The command.</param>
    /// <param name="context">What every command works with.</param>
    /// <param name="work">Asks the server.</param>
    /// <param name="show">Shows the answer to people.</param>
    public static void SetWork(
        this Command command,
        CommandContext context,
        Func<ParseResult, ServerClient, CancellationToken, Task<JsonElement>> work,
        Action<ParseResult, JsonElement> show)
        => command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = ServerOptions.Open(parsed, context.Environment);
            var answer = await work(parsed, server, cancellationToken);
            Show(context, parsed, answer, show);
            return (int)ExitCode.Ok;
        });

    /// <summary>Shows an answer as JSON when that is asked for, else in words.</summary>
    public static void Show(
        CommandContext context, ParseResult parsed, JsonElement answer, Action<ParseResult, JsonElement> show)
    {
        if (parsed.GetValue(ServerOptions.AsJson))
        {
            context.Output.WriteLine(JsonSerializer.Serialize(answer, Json.Snake));
        }
        else
        {
            show(parsed, answer);
        }
    }
}
