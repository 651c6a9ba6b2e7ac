using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>
/// Where the reverse proxy maps its endpoints: apart from the platform's, so that neither side's patterns, filters and lists see
/// the other's.
/// </summary>
internal sealed class ProxyEndpoints(IServiceProvider services) : IEndpointRouteBuilder
{
    public IServiceProvider ServiceProvider => services;

    public ICollection<EndpointDataSource> DataSources { get; } = [];

    public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
}
