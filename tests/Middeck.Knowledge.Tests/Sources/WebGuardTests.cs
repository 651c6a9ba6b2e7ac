using Middeck.Knowledge.Sources;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Sources;

public sealed class WebGuardTests(PostgresFixture postgres) : SourceRoom(postgres)
{
    [Fact]
    public async Task A_private_address_is_refused_with_the_rule_unless_the_workspace_may()
    {
        await using var site = await TestSite.StartAsync();
        site.Html("/", "Inside", "inside");
        var (kb, source) = await GivenSourceAsync(
            SourceKind.Web, new SourceSettings { Web = new WebSettings { Urls = [site.Address] } });

        var run = await SyncAsync(source);

        Assert.Equal((SyncState.Failed, "outbound.private_address"), (run.State, run.ErrorCode));
        Assert.Empty(site.Requests);
        Assert.Empty(await DocumentsAsync(kb.Id));
    }

    [Theory]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:secret@example.org/")]
    [InlineData("no address")]
    public async Task Only_addresses_of_web_pages_are_taken(string url)
    {
        var fault = await RefusalAsync(() => GivenSourceAsync(
            SourceKind.Web, new SourceSettings { Web = new WebSettings { Urls = [url] } }));

        Assert.Equal(("knowledge.invalid_url", "settings.web.urls[0]"), (fault.Code, fault.Field));
    }
}
