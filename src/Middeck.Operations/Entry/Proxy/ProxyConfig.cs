using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Middeck.Operations.Entry.Routes;
using Yarp.ReverseProxy.Configuration;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>
/// Hands our routes to the reverse proxy. A request in flight keeps the target that it has: one that is taken out gets no new
/// requests and finishes its own.
/// </summary>
internal sealed class ProxyConfig(IOptions<EntryOptions> options) : IProxyConfigProvider
{
    private volatile Snapshot _current = new([], []);

    public IProxyConfig GetConfig() => _current;

    public void Set(IReadOnlyList<EntryRoute> routes)
    {
        var before = _current;
        _current = new Snapshot(
            [.. routes.Select(route => ProxyShapes.RouteOf(route, options.Value))],
            [.. routes.Select(route => ProxyShapes.ClusterOf(route, options.Value))]);
        before.Outdate();
    }

    private sealed class Snapshot(IReadOnlyList<RouteConfig> routes, IReadOnlyList<ClusterConfig> clusters) : IProxyConfig
    {
        private readonly ConfigurationReloadToken _outdated = new();

        public IReadOnlyList<RouteConfig> Routes => routes;

        public IReadOnlyList<ClusterConfig> Clusters => clusters;

        public IChangeToken ChangeToken => _outdated;

        public void Outdate() => _outdated.OnReload();
    }
}
