using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Middeck.Operations.Configuration;
using Middeck.Operations.Entry.Listening;
using Middeck.Operations.Entry.Routes;
using Yarp.ReverseProxy.Model;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>The routes of services, as the catalogue has them now. A catalogue that cannot be read leaves them as they are.</summary>
internal sealed partial class ServiceRoutes(
    IEntryCatalogue catalogue,
    ProxyConfig proxy,
    ServicePorts ports,
    TargetErrors errors,
    IOptions<ServerOptions> server,
    IOptions<EntryOptions> options,
    ILogger<ServiceRoutes> logger)
{
    private volatile IReadOnlyDictionary<string, EntryRoute> _routes = new Dictionary<string, EntryRoute>();
    private string? _revision;

    /// <summary>Where each request belongs.</summary>
    public RouteTable Table { get; private set; } = RouteTable.Empty;

    /// <summary>Builds the proxy and takes its first routes; once, before the server listens.</summary>
    public void Open(IServiceProvider services)
    {
        Reload();
        var endpoints = new ProxyEndpoints(services);
        endpoints.MapReverseProxy(pipeline =>
        {
            pipeline.UseSessionAffinity();
            pipeline.Use(errors.InvokeAsync);
            pipeline.UseLoadBalancing();
            pipeline.UsePassiveHealthChecks();
        });
        var source = endpoints.DataSources.Single();
        ChangeToken.OnChange(source.GetChangeToken, () => Bind(source));
        Bind(source);
    }

    /// <summary>Takes over what has changed; nothing when nothing has.</summary>
    public void Reload()
    {
        var revision = catalogue.Revision;
        if (revision == _revision)
        {
            // A port that was taken may be free by now.
            ports.Retry();
            return;
        }

        _revision = revision;
        try
        {
            var found = EntryRoutes.Of(catalogue.Load(), OwnPlaces.Of(server.Value, options.Value));
            foreach (var problem in found.Problems)
            {
                LogNoRoute(problem.Service, problem.Sentence.English);
            }

            _routes = found.Routes.ToDictionary(route => route.Service);
            ports.Set([.. found.Routes.Select(route => route.Port).OfType<int>()]);
            proxy.Set(found.Routes);
        }
        catch (RefusedException ex)
        {
            LogKept(ex.Sentence.English);
        }
    }

    private void Bind(Microsoft.AspNetCore.Routing.EndpointDataSource source)
    {
        var routes = _routes;
        var services = new List<ServiceEndpoint>();
        foreach (var endpoint in source.Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<RouteModel>() is { } model && routes.TryGetValue(model.Config.RouteId, out var route))
            {
                services.Add(new ServiceEndpoint(route, endpoint));
            }
        }

        Table = new RouteTable(services);
        LogRoutes(services.Count);
    }

    [LoggerMessage(LogLevel.Warning, "The service {Service} gets no route: {Reason}")]
    private partial void LogNoRoute(string service, string reason);

    [LoggerMessage(LogLevel.Error, "The entry keeps its routes, services.yaml was not taken over: {Reason}")]
    private partial void LogKept(string reason);

    [LoggerMessage(LogLevel.Information, "The entry leads to {Count} services.")]
    private partial void LogRoutes(int count);
}
