using System.CommandLine;
using System.Text.Json;
using Middeck.Operations.Language;
using Spectre.Console;

namespace Middeck.Cli.Commands.Apps;

/// <summary><c>middeck app list</c>: the apps that the key may see.</summary>
internal static class AppListCommand
{
    public static Command Create(CommandContext context)
    {
        var search = new Option<string?>("--query", "-q")
        {
            Description = new Message("Part of the name or the description", "名称或描述的一部分").In(context.Tongue),
        };
        var mode = new Option<string?>("--mode")
        {
            Description = new Message("Only apps of this kind, such as chat", "只列出该类型的应用，如 chat").In(context.Tongue),
        };
        var trash = new Option<bool>("--trash") { Description = new Message("Those in the trash", "回收站中的应用").In(context.Tongue) };
        var command = new Command("list", new Message("List apps", "列出应用").In(context.Tongue)) { search, mode, trash };
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
