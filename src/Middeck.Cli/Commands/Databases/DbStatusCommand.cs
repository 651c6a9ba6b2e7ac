using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Databases;
using Middeck.Operations.Language;
using Spectre.Console;

namespace Middeck.Cli.Commands.Databases;

/// <summary><c>middeck db status</c>: how large the database is and how busy.</summary>
internal static class DbStatusCommand
{
    public static Command Create(CommandContext context)
    {
        var json = CommonOptions.AsJson(context);
        var command = new Command("status", new Message(
            "Show version, size, connections and the largest tables", "显示版本、大小、连接数和最大的表").In(context.Tongue))
        {
            json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var scene = SceneOpener.Open(context);
            var facts = await DatabaseFacts.ReadAsync(scene, cancellationToken);
            if (parsed.GetValue(json))
            {
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(facts, CliJson.Default.DatabaseFacts));
            }
            else
            {
                Show(context.Output, facts);
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static void Show(TextWriter output, DatabaseFacts facts)
    {
        var table = new Table().Border(TableBorder.Minimal).HideHeaders().AddColumns("name", "value");
        table.AddRow("server", Text($"PostgreSQL {facts.Version}, {facts.Host}:{facts.Port}/{facts.Database}{(facts.Private ? " (private)" : "")}"));
        table.AddRow("started", Text($"{facts.StartedAt:yyyy-MM-dd HH:mm:ss}"));
        table.AddRow("size", Size(facts.SizeBytes));
        table.AddRow("connections", Text($"{facts.Connections} / {facts.MaxConnections}"));
        table.AddRow("found in memory", Text($"{facts.HitRatio:P1}"));
        table.AddRow("transactions", Text($"{facts.Commits} + {facts.Rollbacks} rolled back"));
        foreach (var largest in facts.LargestTables)
        {
            table.AddRow(largest.Name, Text($"{Size(largest.SizeBytes)}, {largest.Rows} rows"));
        }

        Terminal.On(output).Write(table);
    }

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MB");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
