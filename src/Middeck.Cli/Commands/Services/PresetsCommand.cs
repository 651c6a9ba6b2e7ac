using System.CommandLine;
using System.Text.Json;
using Middeck.Cli.Running;
using Middeck.Operations;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Language;
using Spectre.Console;

namespace Middeck.Cli.Commands.Services;

/// <summary><c>middeck services presets [NAME]</c>: the ready-made entries, or the text of one.</summary>
internal static class PresetsCommand
{
    public static Command Create(CommandContext context)
    {
        var name = new Argument<string?>("name")
        {
            Description = new Message("Show this one's text", "显示该预置服务的内容").In(context.Tongue),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = CommonOptions.AsJson(context);
        var command = new Command("presets", new Message("The ready-made entries", "列出预置服务").In(context.Tongue)) { name, json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(name) is { } chosen)
            {
                context.Output.Write(ServicePresets.TextOf(chosen));
                return (int)ExitCode.Ok;
            }

            var presets = ServicePresets.Names.Select(ViewOf).ToList();
            if (parsed.GetValue(json))
            {
                context.Output.WriteLine(JsonSerializer.Serialize(new PresetsView(presets), RunningJson.Default.PresetsView));
                return (int)ExitCode.Ok;
            }

            var table = new Table().Border(TableBorder.Minimal).AddColumns("preset", "kind", "ports", "description");
            foreach (var preset in presets)
            {
                table.AddRow(preset.Name, preset.Kind, string.Join(' ', preset.Ports.Values), Markup.Escape(preset.Description));
            }

            Terminal.On(context.Output).Write(table);
            return (int)ExitCode.Ok;
        });
        return command;

        PresetView ViewOf(string preset)
        {
            var entry = ServicePresets.Entry(context.Home, preset);
            return new PresetView(
                preset, entry.Description, entry.Kind.ToString().ToLowerInvariant(), entry.Ports.ToDictionary(port => port.Name, port => port.Number));
        }
    }
}
