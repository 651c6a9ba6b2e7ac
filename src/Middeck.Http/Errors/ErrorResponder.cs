using System.Globalization;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;

namespace Middeck.Http.Errors;

/// <summary>Writes a fault in the dialect of the request; authentication, authorization and the exception handler share it.</summary>
public sealed class ErrorResponder(IEnumerable<IErrorDialect> dialects)
{
    private readonly IErrorDialect[] _dialects = [.. dialects];

    /// <summary>Writes the whole response. <paramref name="status"/> overrides the fault's own, for unexpected errors (500).</summary>
    public async Task WriteAsync(HttpContext context, Fault fault, CancellationToken cancellationToken, int? status = null)
    {
        var code = status ?? FaultStatus.Of(fault.Kind);
        context.Response.StatusCode = code;
        if (code == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"api\"";
        }

        if (fault.Extensions?.GetValueOrDefault("retry_after_seconds") is int seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        foreach (var dialect in _dialects)
        {
            if (dialect.Speaks(context))
            {
                await dialect.WriteAsync(context, fault, code, cancellationToken);
                return;
            }
        }

        var details = Problems.Details(fault, Problems.TraceId(context));
        details.Status = code;
        details.Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(code);
        await context.Response.WriteAsJsonAsync(
            details, options: null, contentType: "application/problem+json", cancellationToken);
    }
}
