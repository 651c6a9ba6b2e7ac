using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;

namespace Middeck.Http.Errors;

/// <summary>Which HTTP status each kind of fault has.</summary>
public static class FaultStatus
{
    /// <summary>The status code, 400 to 504.</summary>
    public static int Of(FaultKind kind) => kind switch
    {
        FaultKind.Invalid => StatusCodes.Status400BadRequest,
        FaultKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        FaultKind.Forbidden => StatusCodes.Status403Forbidden,
        FaultKind.NotFound => StatusCodes.Status404NotFound,
        FaultKind.Conflict => StatusCodes.Status409Conflict,
        FaultKind.PreconditionFailed => StatusCodes.Status412PreconditionFailed,
        FaultKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        FaultKind.UnsupportedType => StatusCodes.Status415UnsupportedMediaType,
        FaultKind.TooMany => StatusCodes.Status429TooManyRequests,
        FaultKind.Upstream => StatusCodes.Status502BadGateway,
        FaultKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        FaultKind.Timeout => StatusCodes.Status504GatewayTimeout,
        _ => throw new UnreachableException(),
    };
}
