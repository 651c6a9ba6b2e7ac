using System.CommandLine;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app publish APP</c>: makes the draft the version that callers get.</summary>
internal static class AppPublishCommand
{
    public static Command Create(CommandContext context)
    {
        var app = AppArgument.Create(context);
        var name = new Option<string?>("--name") { Description = new Message("A name for the version", "版本名称").In(context.Tongue) };
        var note = new Option<string?>("--note") { Description = new Message("What changed", "变更说明").In(context.Tongue) };
        var command = new Command("publish", new Message("Publish an app's draft", "发布应用草稿").In(context.Tongue)) { app, name, note };
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
