using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Middeck.Cli.Running;
using Middeck.Operations;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Configuration;
using Middeck.Operations.Language;
using Middeck.Operations.Ports;
using Spectre.Console;

namespace Middeck.Cli.Commands.Ports;

/// <summary><c>middeck ports</c>: all ports of the installation and what is the case with each.</summary>
internal static class PortsCommand
{
    private static readonly string[] Layers = ["entry", "application", "model", "data", "monitoring"];

    public static Command Create(CommandContext context)
    {
        var json = CommonOptions.AsJson(context);
        var command = new Command("ports", new Message("All ports of the installation", "查看全部端口").In(context.Tongue)) { json };
        command.SetAction(parsed =>
        {
            var ports = RegistryOf(context).Look().OrderBy(port => Array.IndexOf(Layers, port.Layer)).ThenBy(port => port.Number).ToList();
            if (parsed.GetValue(json))
            {
                var view = new PortsView([.. ports.Select(PortView.Of)]);
                context.Output.WriteLine(JsonSerializer.Serialize(view, RunningJson.Default.PortsView));
            }
            else
            {
                Show(context, ports);
            }

            return (int)ExitCode.Ok;
        });
        command.Subcommands.Add(PortsCheckCommand.Create(context));
        command.Subcommands.Add(PortsFreeCommand.Create(context));
        return command;
    }

    public static PortRegistry RegistryOf(CommandContext context) => new(
        context.Home,
        ConfigurationLoader.Load(context.Home, new Dictionary<string, string>(), context.Environment),
        CatalogueLoader.Load(context.Home));

    private static void Show(CommandContext context, IReadOnlyList<RegisteredPort> ports)
    {
        var table = new Table().Border(TableBorder.Minimal)
            .AddColumns("port", "protocol", "service", "layer", "purpose", "address", "state", "owner");
        foreach (var port in ports)
        {
            table.AddRow(
                port.Number.ToString(CultureInfo.InvariantCulture),
                port.Protocol,
                Markup.Escape($"{port.Service}.{port.Name}"),
                port.Layer,
                Markup.Escape(port.Purpose),
                port.Address,
                JsonNamingPolicy.SnakeCaseLower.ConvertName(port.State.ToString()),
                port.Owner is { } owner ? Markup.Escape(Short($"{owner.Pid} {owner.User} {owner.Command}")) : "");
        }

        Terminal.On(context.Output).Write(table);
    }

    private static string Short(string words) => words.Length <= 44 ? words : $"{words[..43]}…";
}
