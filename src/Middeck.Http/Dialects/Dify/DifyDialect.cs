using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Http.Errors;

namespace Middeck.Http.Dialects.Dify;

/// <summary>Writes <c>{"code": "…", "message": "…", "status": 400}</c> for one part of Dify's Service API.</summary>
/// <param name="part">What the part's endpoints carry.</param>
/// <param name="environment">For the headers.</param>
public abstract class DifyDialect(DifyEndpointMetadata part, IHostEnvironment environment) : IErrorDialect
{
    /// <inheritdoc />
    public bool Speaks(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/v1"))
        {
            return false;
        }

        // The exception handler takes the endpoint away and keeps it in its feature.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return IsServiceApi(endpoint)
            ? endpoint!.Metadata.GetMetadata<DifyEndpointMetadata>() == part
            : IsOwnKey(KeyOf(context.Request.Headers.Authorization.ToString()));
    }

    /// <inheritdoc />
    public async Task WriteAsync(HttpContext context, Fault fault, int status, CancellationToken cancellationToken)
    {
        var error = Say(fault, status);
        context.Response.StatusCode = error.Status;
        DifyHeaders.Write(context.Response, environment);
        await context.Response.WriteAsJsonAsync(error, Json.SnakeWithoutNulls, cancellationToken);
    }

    /// <summary>The fault in Dify's words.</summary>
    protected abstract DifyError Say(Fault fault, int status);

    /// <summary>Whether a client that shows this key, empty for none, at an address that nobody serves is one of this part's.</summary>
    protected abstract bool IsOwnKey(string key);

    // The console's page answers every address that nobody else serves; that is no endpoint of this API.
    private static bool IsServiceApi(Endpoint? endpoint)
        => (endpoint as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/').StartsWith("v1", StringComparison.Ordinal) == true;

    private static string KeyOf(string authorization)
        => authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? authorization[7..].Trim() : "";
}
