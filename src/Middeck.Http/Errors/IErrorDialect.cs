using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;

namespace Middeck.Http.Errors;

/// <summary>The error shape of one app API. The rooms that serve a dialect register theirs; the management API needs none.</summary>
public interface IErrorDialect
{
    /// <summary>Whether the request belongs to this dialect, told by its path and key alone.</summary>
    bool Speaks(HttpContext context);

    /// <summary>Writes the fault as a whole response.</summary>
    Task WriteAsync(HttpContext context, Fault fault, int status, CancellationToken cancellationToken);
}
