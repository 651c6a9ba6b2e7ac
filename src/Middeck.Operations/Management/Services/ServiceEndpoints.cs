using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Http.Streaming;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Management.Services;

internal static class ServiceEndpoints
{
    private const int MostLines = 2_000;

    public static void MapServices(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/services");
        group.MapGet("", List).WithName("ListServices").WithSummary("List the services of this node's home");
        group.MapPost("/reload", ReloadAsync).WithName("ReloadServices").WithSummary("Read services.yaml again");
        group.MapPost("/{name}/start", StartAsync).WithName("StartService").WithSummary("Start a service and what it needs");
        group.MapPost("/{name}/stop", StopAsync).WithName("StopService").WithSummary("Stop a service");
        group.MapPost("/{name}/restart", RestartAsync).WithName("RestartService").WithSummary("Stop a service and start it again");
        group.MapGet("/{name}/log", Log).WithName("ReadServiceLog").WithSummary("Read the end of a service's log");
        group.MapGet("/{name}/log/stream", FollowLog).WithName("FollowServiceLog").WithSummary("Follow a service's log");
    }

    private static Ok<ServiceListView> List(ManagedServices services) => TypedResults.Ok(services.List());

    private static async Task<Ok<ServiceListView>> ReloadAsync(
        ManagedServices services, AuditTrail audit, CancellationToken cancellationToken)
    {
        audit.About("service", "services.yaml");
        return TypedResults.Ok(await services.ReloadAsync(cancellationToken));
    }

    private static Task<Accepted<ManagedService>> StartAsync(
        string name, ManagedServices services, AuditTrail audit, CancellationToken cancellationToken)
        => ActAsync(name, ServiceAct.Start, withDependents: false, services, audit, cancellationToken);

    private static Task<Accepted<ManagedService>> StopAsync(
        string name, ServiceActRequest request, ManagedServices services, AuditTrail audit, CancellationToken cancellationToken)
        => ActAsync(name, ServiceAct.Stop, request.WithDependents, services, audit, cancellationToken);

    private static async Task<Accepted<ManagedService>> RestartAsync(
        string name,
        ServiceActRequest request,
        ManagedServices services,
        AuditTrail audit,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (name != ServiceNames.Platform || !services.List().Supervised)
        {
            return await ActAsync(name, ServiceAct.Restart, request.WithDependents, services, audit, cancellationToken);
        }

        audit.About("service", name, name);
        // The answer must be out before this process is told to stop.
        context.Response.OnCompleted(() =>
        {
            _ = services.RestartSelfAsync();
            return Task.CompletedTask;
        });
        return TypedResults.Accepted((string?)null, services.Require(name));
    }

    private static async Task<Accepted<ManagedService>> ActAsync(
        string name, ServiceAct act, bool withDependents, ManagedServices services, AuditTrail audit, CancellationToken cancellationToken)
    {
        var service = await services.ActAsync(name, act, withDependents, cancellationToken);
        audit.About("service", name, name);
        return TypedResults.Accepted((string?)null, service);
    }

    private static Ok<ServiceLogView> Log(string name, int? lines, ServiceLogs logs)
        => lines is < 1 or > MostLines
            ? throw OperationsFaults.Invalid("lines", $"lines must be 1 to {MostLines:N0}.")
            : TypedResults.Ok(logs.Tail(name, lines ?? 200));

    private static SseResult FollowLog(string name, ServiceLogs logs, CancellationToken cancellationToken)
        => new(logs.Follow(name, cancellationToken));
}
