using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Http.Security;

namespace Middeck.Http.Errors;

/// <summary>
/// The one place where exceptions become answers. A refusal keeps its own status and is not logged; what nobody expected
/// becomes a 500 with a row in the error log under the trace id that the caller gets.
/// </summary>
internal sealed partial class UnhandledExceptionHandler(
    ErrorResponder responder,
    IEnumerable<IErrorSink> sinks,
    IOptions<ErrorAnswerOptions> options,
    ILogger<UnhandledExceptionHandler> logger) : IExceptionHandler
{
    // PostgreSQL's codes for a NUL in text and in jsonb; no other text that arrives as valid JSON is refused.
    private const string InvalidCharacter = "22021";
    private const string UntranslatableCharacter = "22P05";

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer. 499 is what access logs call it.
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        switch (exception)
        {
            case FaultException { Fault: var fault }:
                if (FaultStatus.Of(fault.Kind) >= StatusCodes.Status500InternalServerError)
                {
                    await ReportAsync(httpContext, exception);
                }

                await responder.WriteAsync(httpContext, fault, cancellationToken);
                return true;

            case DbException { SqlState: InvalidCharacter or UntranslatableCharacter }:
                await responder.WriteAsync(
                    httpContext,
                    Fault.Invalid("request.invalid_text", "A text holds a NUL character, which cannot be kept. Remove it."),
                    cancellationToken);
                return true;

            case BadHttpRequestException bad:
                await responder.WriteAsync(httpContext, FromBadRequest(bad), cancellationToken);
                return true;

            default:
                var traceId = await ReportAsync(httpContext, exception);
                LogUnexpected(exception, httpContext.Request.Method, Operation(httpContext), traceId);
                await responder.WriteAsync(
                    httpContext,
                    new Fault(
                        FaultKind.Unavailable,
                        "internal.unexpected",
                        $"Something went wrong on our side. The error log has it under trace {traceId}.{Cause(exception)}"),
                    cancellationToken,
                    StatusCodes.Status500InternalServerError);
                return true;
        }
    }

    private string Cause(Exception exception)
        => options.Value.ShowsCause ? $" {exception.GetType().FullName}: {exception.Message}" : "";

    private static Fault FromBadRequest(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => new Fault(
            FaultKind.TooLarge, "request.too_large", "The request's body is over the limit of this endpoint."),
        StatusCodes.Status415UnsupportedMediaType => new Fault(
            FaultKind.UnsupportedType, "request.unsupported_media_type", "Send the body as application/json."),
        _ => Fault.Invalid("request.malformed", JsonFault.Describe(bad), JsonFault.FieldOf(bad)),
    };

    private async Task<string> ReportAsync(HttpContext context, Exception exception)
    {
        var traceId = Problems.TraceId(context);
        var caller = (context.RequestServices.GetService(typeof(CallerContext)) as CallerContext)?.Caller;
        var report = new ErrorReport(
            traceId,
            "http",
            $"{context.Request.Method} {Operation(context)}",
            exception.Message,
            exception.GetType().FullName,
            exception.ToString(),
            caller is null || caller.WorkspaceId == Guid.Empty ? null : caller.WorkspaceId,
            caller?.UserId);

        foreach (var sink in sinks)
        {
            // Not the request's token: the row must be there even when the caller has gone.
            await sink.ReportAsync(report, CancellationToken.None);
        }

        return traceId;
    }

    private static string Operation(HttpContext context)
        => (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText
            ?? context.Request.Path.Value
            ?? "";

    [LoggerMessage(LogLevel.Error, "{Method} {Operation} failed unexpectedly, trace {TraceId}.")]
    private partial void LogUnexpected(Exception exception, string method, string operation, string traceId);
}
