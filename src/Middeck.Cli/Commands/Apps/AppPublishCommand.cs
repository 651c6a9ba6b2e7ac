using System.CommandLine;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app publish APP</c>: makes the draft the version that callers get.</summary>
internal static class AppPublishCommand
{
    public static Command Create(CommandContext context)
    {
        var app = AppArgument.Create();
        var name = new Option<string?>("--name") { Description = "A name for the version" };
        var note = new Option<string?>("--note") { Description = "What changed" };
        var command = new Command("publish", "Publish an app's draft") { app, name, note };
        command.SetWork(
            context,
            async (parsed, server, cancellationToken) => await server.SendAsync(
                HttpMethod.Post,
                $"api/v1/apps/{await AppArgument.FindAsync(server, parsed.GetRequiredValue(app), cancellationToken)}/publish",
                new { Name = parsed.GetValue(name), Note = parsed.GetValue(note) },
                cancellationToken),
            (parsed, published) => context.Output.WriteLine(AppMessages.Published(published.GetProperty("version").GetInt32())
                .In(context.Tongue)));
        return command;
    }
}
