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
            .Select(service => (service.Name, Addresses: ServiceAddresses.Of(service, status.Url)))
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
}
