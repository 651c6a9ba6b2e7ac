using System.CommandLine;
using System.Text.Json;
using Middeck.Operations.Language;
using Spectre.Console;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app versions APP</c>: what was published, newest first.</summary>
internal static class AppVersionsCommand
{
    public static Command Create(CommandContext context)
    {
        var app = AppArgument.Create(context);
        var command = new Command("versions", new Message("List an app's versions", "列出应用的版本").In(context.Tongue)) { app };
        command.SetWork(
            context,
            async (parsed, server, cancellationToken) =>
            {
                var id = await AppArgument.FindAsync(server, parsed.GetRequiredValue(app), cancellationToken);
                return await AppPages.ToListAsync(
                    AppPages.ReadAsync(server, $"api/v1/apps/{id}/versions", "", cancellationToken), cancellationToken);
            },
            (_, versions) => Show(context.Output, versions));
        return command;
    }

    private static void Show(TextWriter output, JsonElement versions)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumns("version", "name", "note", "published");
        foreach (var version in versions.EnumerateArray())
        {
            table.AddRow(
                version.GetProperty("version").ToString(),
                Markup.Escape(version.GetProperty("name").ToString()),
                Markup.Escape(version.GetProperty("note").ToString()),
                version.GetProperty("created_at").GetString()!);
        }

        Terminal.On(output).Write(table);
    }
}
