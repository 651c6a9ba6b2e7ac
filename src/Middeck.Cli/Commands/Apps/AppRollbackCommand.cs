using System.CommandLine;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app rollback APP --to N</c>: publishes an old version again.</summary>
internal static class AppRollbackCommand
{
    public static Command Create(CommandContext context)
    {
        var app = AppArgument.Create();
        var to = new Option<int>("--to") { Description = "The number of the old version", Required = true };
        var note = new Option<string?>("--note") { Description = "Why" };
        var command = new Command("rollback", "Publish an old version again") { app, to, note };
        command.SetWork(
            context,
            async (parsed, server, cancellationToken) => await server.SendAsync(
                HttpMethod.Post,
                $"api/v1/apps/{await AppArgument.FindAsync(server, parsed.GetRequiredValue(app), cancellationToken)}/rollback",
                new { Version = parsed.GetRequiredValue(to), Note = parsed.GetValue(note) },
                cancellationToken),
            (parsed, published) => context.Output.WriteLine(
                AppMessages.RolledBack(parsed.GetRequiredValue(to), published.GetProperty("version").GetInt32())
                    .In(context.Tongue)));
        return command;
    }
}
