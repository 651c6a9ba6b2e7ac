using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Middeck.Core.Errors;
using Middeck.Http.Errors;

namespace Middeck.Studio.Dify;

/// <summary>Writes <c>{"code": "…", "message": "…", "status": 400}</c> for requests of Dify's Service API.</summary>
internal sealed class DifyErrorDialect(IHostEnvironment environment) : IErrorDialect
{
    public bool Speaks(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/v1"))
        {
            return false;
        }

        // The exception handler takes the endpoint away and keeps it in its feature.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return IsServiceApi(endpoint)
            ? endpoint!.Metadata.GetMetadata<DifyEndpointMetadata>() is not null
            : IsDifyKey(context.Request.Headers.Authorization.ToString());
    }

    public async Task WriteAsync(HttpContext context, Fault fault, int status, CancellationToken cancellationToken)
    {
        var error = DifyErrors.Of(fault, status);
        context.Response.StatusCode = error.Status;
        DifyHeaders.Write(context.Response, environment);
        await context.Response.WriteAsJsonAsync(error, DifyJson.WithoutNulls, cancellationToken);
    }

    // The console's page answers every address that nobody else serves; that is no endpoint of this API.
    private static bool IsServiceApi(Endpoint? endpoint)
        => (endpoint as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/').StartsWith("v1", StringComparison.Ordinal) == true;

    // An address that nobody serves: who shows an app's key, or none, is most likely a client of Dify.
    private static bool IsDifyKey(string authorization)
    {
        var key = authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? authorization[7..].Trim() : "";
        return key.Length == 0 || key.StartsWith("app-", StringComparison.Ordinal);
    }
}
