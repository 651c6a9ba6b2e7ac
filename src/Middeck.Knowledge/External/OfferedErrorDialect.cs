using Microsoft.AspNetCore.Http;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Http.Errors;

namespace Middeck.Knowledge.External;

/// <summary>Writes <c>{"error_code": 1002, "error_msg": "…"}</c> for programs that ask us as an external knowledge API.</summary>
internal sealed class OfferedErrorDialect : IErrorDialect
{
    private const int HeaderCode = 1001;
    private const int KeyCode = 1002;
    private const int KnowledgeCode = 2001;

    public bool Speaks(HttpContext context) => context.Request.Path.StartsWithSegments(OfferedEndpoints.Path);

    public Task WriteAsync(HttpContext context, Fault fault, int status, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new OfferedError(CodeOf(context, fault, status), fault.Detail), Json.Snake, cancellationToken);
    }

    private static int CodeOf(HttpContext context, Fault fault, int status) => fault.Kind switch
    {
        FaultKind.Unauthenticated => IsBearer(context) ? KeyCode : HeaderCode,
        FaultKind.Forbidden => KeyCode,
        FaultKind.NotFound => KnowledgeCode,
        _ => status,
    };

    private static bool IsBearer(HttpContext context)
        => context.Request.Headers.Authorization.ToString() is { } header
            && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            && header.Length > "Bearer ".Length;
}
