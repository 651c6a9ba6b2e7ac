using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Http.Errors;

namespace Middeck.Models.Dialects.OpenAi;

/// <summary>Writes the errors of OpenAI's API.</summary>
internal sealed class OpenAiErrorDialect : IErrorDialect
{
    public bool Speaks(HttpContext context)
    {
        // The exception handler takes the endpoint away and keeps it in its feature.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return endpoint?.Metadata.GetMetadata<OpenAiEndpointMetadata>() is not null;
    }

    public Task WriteAsync(HttpContext context, Fault fault, int status, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(OpenAiError.Of(fault, status), Json.Snake, cancellationToken);
    }
}
