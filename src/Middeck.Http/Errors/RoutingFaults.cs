using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;

namespace Middeck.Http.Errors;

/// <summary>Gives the framework's own refusals, which have no body, the error shape of the request's dialect.</summary>
public static class RoutingFaults
{
    /// <summary>Nothing is mapped at the address.</summary>
    public static Fault NoSuchAddress { get; } = Fault.NotFound(
        "request.no_such_address", "There is nothing at this address. /swagger/ lists what there is.");

    /// <summary>Writes them from here on; before everything that answers.</summary>
    public static void UseRoutingFaults(this IApplicationBuilder app) => app.UseStatusCodePages(WriteAsync);

    private static Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var fault = http.Response.StatusCode switch
        {
            StatusCodes.Status400BadRequest => BindingFault.Of(http),
            StatusCodes.Status404NotFound => NoSuchAddress,
            StatusCodes.Status405MethodNotAllowed => Fault.Invalid(
                "request.method_not_allowed", $"{http.Request.Method} is not possible here; the Allow header says what is."),
            StatusCodes.Status413PayloadTooLarge => new Fault(
                FaultKind.TooLarge, "request.too_large", "The request's body is over the limit of this endpoint."),
            StatusCodes.Status415UnsupportedMediaType => new Fault(
                FaultKind.UnsupportedType,
                "request.unsupported_media_type",
                "Send the body with the Content-Type that this address takes, usually application/json."),
            _ => null,
        };
        return fault is null
            ? Task.CompletedTask
            : http.RequestServices.GetRequiredService<ErrorResponder>()
                .WriteAsync(http, fault, http.RequestAborted, http.Response.StatusCode);
    }
}
