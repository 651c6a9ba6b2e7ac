using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Middeck.Core.Errors;

namespace Middeck.Http.Errors;

/// <summary>Makes the management API's errors: RFC 9457 problem details with <c>code</c>, <c>field</c> and <c>trace_id</c>.</summary>
public static class Problems
{
    /// <summary>The trace id that the caller gets and the error log keeps: 32 hex digits.</summary>
    public static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    /// <summary>A fault as the answer of an endpoint.</summary>
    public static ProblemHttpResult From(Fault fault) => TypedResults.Problem(Details(fault, traceId: null));

    /// <summary>The object is not in the caller's workspace (404).</summary>
    public static ProblemHttpResult NotFound(string code, string detail) => From(Fault.NotFound(code, detail));

    /// <summary>The object's state does not allow it (409).</summary>
    public static ProblemHttpResult Conflict(string code, string detail) => From(Fault.Conflict(code, detail));

    /// <summary>A value of the request is wrong (400).</summary>
    public static ProblemHttpResult Invalid(string code, string detail, string? field = null)
        => From(Fault.Invalid(code, detail, field));

    /// <summary>The problem details of a fault.</summary>
    public static ProblemDetails Details(Fault fault, string? traceId)
    {
        var status = FaultStatus.Of(fault.Kind);
        var details = new ProblemDetails
        {
            Status = status,
            Title = ReasonPhrases.GetReasonPhrase(status),
            Detail = fault.Detail,
        };

        details.Extensions["code"] = fault.Code;
        if (fault.Field is not null)
        {
            details.Extensions["field"] = fault.Field;
            details.Extensions["errors"] = new Dictionary<string, string[]> { [fault.Field] = [fault.Detail] };
        }

        foreach (var (name, value) in fault.Extensions ?? new Dictionary<string, object?>())
        {
            details.Extensions[name] = value;
        }

        if (traceId is not null)
        {
            details.Extensions["trace_id"] = traceId;
        }

        return details;
    }
}
