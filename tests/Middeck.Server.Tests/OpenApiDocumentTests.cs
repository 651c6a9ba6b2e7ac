using Middeck.Server.Schema;
using Middeck.Testing;

namespace Middeck.Server.Tests;

public sealed class OpenApiDocumentTests
{
    [Fact]
    public async Task The_document_that_the_console_was_typed_against_is_the_present_one()
    {
        var kept = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "console", "openapi.json"));

        var present = await OpenApiWriter.WriteAsync(CancellationToken.None);

        Assert.True(
            kept == present,
            "The API changed. Run: ./middeck openapi -o console/openapi.json && npm --prefix console run types");
    }
}
