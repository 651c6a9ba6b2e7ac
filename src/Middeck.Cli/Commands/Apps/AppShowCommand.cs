using System.CommandLine;
using System.Text.Json;
using Middeck.Operations.Language;
using Spectre.Console;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app show APP</c>: what the server knows of an app, without its configuration.</summary>
internal static class AppShowCommand
{
    public static Command Create(CommandContext context)
    {
        var app = AppArgument.Create(context);
        var command = new Command("show", new Message("Show an app", "显示应用").In(context.Tongue)) { app };
        command.SetWork(
            context,
            async (parsed, server, cancellationToken) => await server.GetAsync(
                $"api/v1/apps/{await AppArgument.FindAsync(server, parsed.GetRequiredValue(app), cancellationToken)}",
                cancellationToken),
            (_, answer) => Show(context.Output, answer));
        return command;
    }

    private static void Show(TextWriter output, JsonElement app)
    {
        var table = new Table().Border(TableBorder.Minimal).HideHeaders().AddColumns("name", "value");
        foreach (var member in app.EnumerateObject())
        {
            var value = member.Name == "tags"
                ? string.Join(", ", member.Value.EnumerateArray().Select(tag => tag.GetProperty("name").GetString()))
                : member.Value.ToString();
            table.AddRow(member.Name, Markup.Escape(value));
        }

        Terminal.On(output).Write(table);
    }
}
