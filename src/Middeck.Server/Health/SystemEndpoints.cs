using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Operations.Configuration;

namespace Middeck.Server.Health;

/// <summary>What this installation is, for those who are signed in.</summary>
internal static class SystemEndpoints
{
    public static IEndpointRouteBuilder MapSystem(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/system", Get).WithName("GetSystem").WithTags("System")
            .WithSummary("Read what this installation is").RequirePermission(Permissions.Account.Self);
        return routes;
    }

    private static Ok<SystemView> Get(HttpRequest request, IOptions<ServerOptions> options, StartTime start)
        => TypedResults.Ok(new SystemView(
            "Middeck",
            ProductVersion.Current,
            options.Value.Environment,
            start.At,
            options.Value.PublicUrl.Length > 0 ? options.Value.PublicUrl : $"{request.Scheme}://{request.Host}"));
}

/// <summary>When this process started to serve.</summary>
/// <param name="At">The time.</param>
internal sealed record StartTime(DateTimeOffset At);

/// <summary>What this installation is.</summary>
/// <param name="Name">The product.</param>
/// <param name="Version">Its version.</param>
/// <param name="Environment"><c>dev</c> or <c>prod</c>.</param>
/// <param name="StartedAt">When this node started.</param>
/// <param name="BaseUrl">How programs reach the APIs.</param>
public sealed record SystemView(string Name, string Version, string Environment, DateTimeOffset StartedAt, string BaseUrl);
