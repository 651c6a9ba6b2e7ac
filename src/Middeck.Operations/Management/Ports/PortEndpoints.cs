using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Middeck.Core.Audit;
using Middeck.Operations.Home;
using Middeck.Operations.Management.Services;
using Middeck.Operations.Ports;

namespace Middeck.Operations.Management.Ports;

internal static class PortEndpoints
{
    public static void MapPorts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/ports");
        group.MapGet("", List).WithName("ListPorts").WithSummary("List all ports of the installation and who has them");
        group.MapPut("/{service}/{name}", Record).WithName("ChangePort").WithSummary("Give a port another number, from the next start on");
    }

    private static Ok<PortListView> List(MiddeckHome home, IConfigurationRoot configuration, ManagedServices services)
    {
        var registry = Registry(home, configuration, services);
        return TypedResults.Ok(new PortListView([.. registry.Look().Select(port => PortView.Of(
            port, port.State == PortState.Conflict ? registry.Propose(port) : null))]));
    }

    private static Ok<PortView> Record(
        string service,
        string name,
        ChangePortRequest request,
        MiddeckHome home,
        IConfigurationRoot configuration,
        ManagedServices services,
        AuditTrail audit)
    {
        var port = Find(Registry(home, configuration, services), service, name);
        try
        {
            Registry(home, configuration, services).Record(port, request.Number);
        }
        catch (RefusedException ex)
        {
            throw OperationsFaults.NotRecorded(ex.Sentence);
        }

        audit.About("port", $"{service}/{name}").Change(new { port.Number }, new { request.Number });
        return TypedResults.Ok(PortView.Of(port with { Number = request.Number }, null));
    }

    private static RegisteredPort Find(PortRegistry registry, string service, string name)
        => registry.Look().FirstOrDefault(port => port.Service == service && port.Name == name)
            ?? throw OperationsFaults.PortNotFound(service, name);

    private static PortRegistry Registry(MiddeckHome home, IConfigurationRoot configuration, ManagedServices services)
        => new(home, configuration, services.Catalogue().Catalogue);
}
