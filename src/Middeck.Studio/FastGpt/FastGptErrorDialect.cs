using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;
using Middeck.Http.Errors;

namespace Middeck.Studio.FastGpt;

/// <summary>Writes FastGPT's envelope for errors: <c>{"code": 400, "statusText": "…", "message": "…", "data": null}</c>.</summary>
internal sealed class FastGptErrorDialect : IErrorDialect
{
    public bool Speaks(HttpContext context)
    {
        // The exception handler takes the endpoint away and keeps it in its feature.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return endpoint?.Metadata.GetMetadata<FastGptEndpointMetadata>() is not null;
    }

    public Task WriteAsync(HttpContext context, Fault fault, int status, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = status;
        var message = status == 500 ? "Internal Server Error, please contact support." : fault.Detail;
        return context.Response.WriteAsJsonAsync(
            new FastGptError(status, fault.Code, message, null), FastGptJson.Camel, cancellationToken);
    }
}
