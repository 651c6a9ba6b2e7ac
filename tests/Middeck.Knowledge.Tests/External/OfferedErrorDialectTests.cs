using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;
using Middeck.Knowledge.External;

namespace Middeck.Knowledge.Tests.External;

public sealed class OfferedErrorDialectTests
{
    [Theory]
    [InlineData("", FaultKind.Unauthenticated, 401, 1001)]
    [InlineData("Basic abc", FaultKind.Unauthenticated, 401, 1001)]
    [InlineData("Bearer dataset-gone", FaultKind.Unauthenticated, 401, 1002)]
    [InlineData("Bearer app-other", FaultKind.Forbidden, 403, 1002)]
    [InlineData("Bearer dataset-key", FaultKind.NotFound, 404, 2001)]
    [InlineData("Bearer dataset-key", FaultKind.Invalid, 400, 400)]
    public async Task A_refusal_has_the_number_that_programs_know(string header, FaultKind kind, int status, int code)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "/api/v1/external-knowledge/retrieval";
        context.Request.Headers.Authorization = header;
        using var body = new MemoryStream();
        context.Response.Body = body;
        var dialect = new OfferedErrorDialect();
        Assert.True(dialect.Speaks(context));

        await dialect.WriteAsync(context, new Fault(kind, "x.y", "In words."), status, CancellationToken.None);

        var error = JsonSerializer.Deserialize<JsonElement>(body.ToArray());
        Assert.Equal(
            (status, code, "In words."),
            (context.Response.StatusCode, error.GetProperty("error_code").GetInt32(), error.GetProperty("error_msg").GetString()));
    }
}
