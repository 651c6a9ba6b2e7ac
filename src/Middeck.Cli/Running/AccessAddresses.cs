using System.Globalization;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Running;

/// <summary>Where people reach the services that run.</summary>
internal static class AccessAddresses
{
    public static void Show(CommandContext context, ServiceCatalogue catalogue, SupervisorStatus status)
    {
        var reached = catalogue.Services
            .Where(service => status.Of(service.Name) is { State: ServiceState.Running or ServiceState.Starting or ServiceState.Restarting })
            .Select(service => (service.Name, Addresses: Of(service, status.Url)))
            .Where(service => service.Addresses.Count > 0)
            .ToList();
        if (reached.Count == 0)
        {
            return;
        }

        context.Output.WriteLine(RunningMessages.Addresses().In(context.Tongue));
        var width = Math.Max(ServiceNames.Platform.Length, reached.Max(service => service.Name.Length));
        context.Output.WriteLine($"  {ServiceNames.Platform.PadRight(width)}  {status.Url}");
        foreach (var (name, addresses) in reached)
        {
            context.Output.WriteLine($"  {name.PadRight(width)}  {string.Join("  ", addresses)}");
        }
    }

    /// <summary>A service's addresses: on the entry where it has a route, and its own.</summary>
    public static IReadOnlyList<string> Of(ServiceEntry service, string platform)
    {
        var addresses = new List<string>();
        var entry = new Uri(platform);
        if (service.Route is { } route)
        {
            var url = new UriBuilder(entry);
            url.Path = route.Path is { } path ? $"{path}/" : "/";
            url.Host = route.Host ?? url.Host;
            url.Port = route.Port ?? url.Port;
            addresses.Add(url.Uri.ToString());
        }

        if (service.Url is { } own)
        {
            addresses.Add(own.ToString());
        }
        else if (service.Ports.FirstOrDefault(port => port.Protocol == "tcp") is { } port)
        {
            var host = port.Address is "0.0.0.0" or "::" ? "127.0.0.1" : port.Address;
            addresses.Add(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{port.Number}"));
        }

        return addresses;
    }
}
