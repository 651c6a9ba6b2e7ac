using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Rules;

/// <summary>Every endpoint of the running platform.</summary>
internal static class PlatformEndpoints
{
    public static IReadOnlyList<PlatformEndpoint> All(MiddeckHost host)
        => [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Select(method => new PlatformEndpoint(
                    method,
                    "/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
                    endpoint.Metadata.GetMetadata<EndpointNameMetadata>()?.EndpointName,
                    endpoint.Metadata.GetMetadata<PermissionMetadata>()?.Name,
                    endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0])))];
}

/// <summary>One method of one route.</summary>
internal sealed record PlatformEndpoint(string Method, string Route, string? Name, string? PermissionName, string? ContentType)
{
    public PermissionScope? Scope => PermissionName is null ? null : Permissions.All[PermissionName].Scope;

    public override string ToString() => $"{Method} {Route}";
}
