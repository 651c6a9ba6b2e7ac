using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>
/// Finds the service of a request: by the port that it came in on, by its host, by the longest prefix of its path. What no service
/// has is the platform's.
/// </summary>
internal sealed class RouteTable
{
    private readonly FrozenDictionary<int, ServiceEndpoint> _ports;
    private readonly FrozenDictionary<string, ServiceEndpoint>.AlternateLookup<ReadOnlySpan<char>> _hosts;
    private readonly bool _hasHosts;
    private readonly ServiceEndpoint[] _paths;

    public RouteTable(IReadOnlyCollection<ServiceEndpoint> services)
    {
        _ports = services.Where(service => service.Route.Port is not null).ToFrozenDictionary(service => service.Route.Port!.Value);
        var hosts = services.Where(service => service.Route.Host is not null)
            .ToFrozenDictionary(service => service.Route.Host!, StringComparer.OrdinalIgnoreCase);
        _hasHosts = hosts.Count > 0;
        _hosts = hosts.GetAlternateLookup<ReadOnlySpan<char>>();
        _paths = [.. services.Where(service => service.Route.Path is not null).OrderByDescending(service => service.Route.Path!.Length)];
    }

    public static RouteTable Empty { get; } = new([]);

    public ServiceEndpoint? Find(HttpContext context)
    {
        if (_ports.Count > 0 && _ports.TryGetValue(context.Connection.LocalPort, out var byPort))
        {
            return byPort;
        }

        if (_hasHosts && _hosts.TryGetValue(HostOf(context.Request.Host.Value), out var byHost))
        {
            return byHost;
        }

        foreach (var service in _paths)
        {
            if (context.Request.Path.StartsWithSegments(service.Route.Path!, StringComparison.Ordinal))
            {
                return service;
            }
        }

        return null;
    }

    // Only names can have routes, so what stands before the first colon is enough.
    private static ReadOnlySpan<char> HostOf(string? value)
    {
        var host = value.AsSpan();
        var colon = host.IndexOf(':');
        return colon < 0 ? host : host[..colon];
    }
}
