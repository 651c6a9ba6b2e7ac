using System.Net;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Sites;

public sealed class ShareTests(PostgresFixture postgres) : SiteTest(postgres)
{
    [Fact]
    public async Task What_is_shared_is_read_as_it_stood_until_it_is_withdrawn()
    {
        var (app, token) = await GivenPageAsync();
        var visitor = await ArriveAsync(token);
        var talk = (Guid)(await AskAsVisitorAsync(token, visitor, "Shared"))[0]["conversation_id"]!;
        await AskAsVisitorAsync(token, visitor, "Never shared");
        var id = (string)(await VisitAsync(HttpMethod.Put, token, $"conversations/{talk}/share", visitor))!["id"]!;
        await AskAsVisitorAsync(token, visitor, "Said later", new { conversation_id = talk });

        var read = await VisitAsync(HttpMethod.Get, token, $"shares/{id}", visitor: null);

        Assert.Equal(["Shared"], read!["messages"]!.AsArray().Select(message => (string)message!["query"]!));
        Assert.DoesNotContain(talk.ToString(), read.ToJsonString(), StringComparison.Ordinal);
        // Shared anew, it keeps its address.
        Assert.Equal(id, (string?)(await VisitAsync(HttpMethod.Put, token, $"conversations/{talk}/share", visitor))!["id"]);
        Assert.Equal(2, (await VisitAsync(HttpMethod.Get, token, $"shares/{id}", visitor: null))!["messages"]!.AsArray().Count);

        await OpenPageAsync(app, new { mode = "code", access_code = "secret" });
        await VisitAsync(HttpMethod.Get, token, $"shares/{id}", visitor: null, expect: HttpStatusCode.Forbidden);
        await OpenPageAsync(app);
        await VisitAsync(
            HttpMethod.Delete, token, $"conversations/{talk}/share", visitor, expect: HttpStatusCode.NoContent);
        Assert.Equal("sites.share_not_found", CodeOf(
            await VisitAsync(HttpMethod.Get, token, $"shares/{id}", visitor: null, expect: HttpStatusCode.NotFound)));
    }
}
