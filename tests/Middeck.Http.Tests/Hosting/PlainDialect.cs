using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;
using Middeck.Http.Errors;

namespace Middeck.Http.Tests.Hosting;

/// <summary>An app API whose errors are one line of text.</summary>
internal sealed class PlainDialect : IErrorDialect
{
    public bool Speaks(HttpContext context) => context.Request.Path.StartsWithSegments("/plain");

    public Task WriteAsync(HttpContext context, Fault fault, int status, CancellationToken cancellationToken)
        => context.Response.WriteAsync($"{status} {fault.Code}", cancellationToken);
}
