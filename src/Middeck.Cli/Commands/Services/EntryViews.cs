using Middeck.Operations.Catalogue;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Commands.Services;

/// <summary>Shows a catalogue as data.</summary>
internal static class EntryViews
{
    public static ServicesView Of(CommandContext context, ServiceCatalogue catalogue)
    {
        var url = SupervisorStatus.Read(context.Home)?.Url ?? "http://127.0.0.1:7080";
        return new ServicesView(context.Home.ServicesFile, [.. catalogue.Services.Select(service => Of(service, url))]);
    }

    private static EntryView Of(ServiceEntry service, string url) => new(
        service.Name,
        service.Kind.ToString().ToLowerInvariant(),
        service.Description,
        service.IsEnabled,
        service.Preset,
        [.. ServiceCommands.Of(service).Select(command => string.Join(' ', command))],
        service.Ports.ToDictionary(port => port.Name, port => port.Number),
        service.DependsOn,
        ServiceAddresses.Of(service, url),
        service.FileLine);
}
