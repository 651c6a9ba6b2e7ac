using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app list</c>: the apps that the key may see.</summary>
internal static class AppListCommand
{
    public static Command Create(CommandContext context)
    {
        var search = new Option<string?>("--query", "-q") { Description = "Part of the name or the description" };
        var mode = new Option<string?>("--mode") { Description = "Only apps of this kind, such as chat" };
        var trash = new Option<bool>("--trash") { Description = "Those in the trash" };
        var command = new Command("list", "List apps") { search, mode, trash };
        command.SetWork(
            context,
            (parsed, server, cancellationToken) => AppPages.ToListAsync(
                AppPages.ReadAsync(
                    server,
                    $"q={Escape(parsed.GetValue(search))}&mode={Escape(parsed.GetValue(mode))}&trash={(parsed.GetValue(trash) ? "true" : "false")}",
                    cancellationToken),
                cancellationToken),
            (_, apps) => Show(context.Output, apps));
        return command;
    }

    private static void Show(TextWriter output, JsonElement apps)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumns("id", "name", "mode", "version", "changes", "updated");
        foreach (var app in apps.EnumerateArray())
        {
            table.AddRow(
                app.GetProperty("id").GetString()!,
                Markup.Escape(app.GetProperty("name").GetString()!),
                app.GetProperty("mode").GetString()!,
                app.GetProperty("version").ToString(),
                app.GetProperty("has_unpublished_changes").GetBoolean() ? "*" : "",
                app.GetProperty("updated_at").GetString()!);
        }

        Terminal.On(output).Write(table);
    }

    private static string Escape(string? text) => Uri.EscapeDataString(text ?? "");
}
