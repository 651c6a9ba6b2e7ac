using System.Net;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>Asks a target what the catalogue's health check asks, with its query, which the proxy's own question leaves out.</summary>
internal sealed class TargetQuestion : IProbingRequestFactory
{
    public HttpRequestMessage CreateRequest(ClusterModel cluster, DestinationModel destination)
        => new(
            HttpMethod.Get,
            new Uri(new Uri(destination.Config.Address), cluster.Config.HealthCheck!.Active!.Path))
        {
            Version = HttpVersion.Version11,
        };
}
