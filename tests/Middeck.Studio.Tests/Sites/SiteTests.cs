using System.Net;
using System.Text.Json.Nodes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Sites;

public sealed class SiteTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private static readonly object Ours = new
    {
        title = "请假",
        icon_type = "link",
        icon = "https://example.com/leave.png",
        icon_background = "#E4FBCC",
        description = "For leave",
        copyright = "© Acme",
        privacy_policy = "https://example.com/privacy",
        custom_disclaimer = "No legal advice",
        default_language = "zh-Hans",
        chat_color_theme = "#155EEF",
        chat_color_theme_inverted = true,
        theme = "dark",
        show_powered_by = false,
        input_placeholder = "Ask",
        show_workflow_steps = false,
        use_icon_as_answer_icon = true,
    };

    [Fact]
    public async Task A_site_begins_with_what_the_app_says()
    {
        var id = await GivenPublishedAppAsync();
        await CallAsync(HttpMethod.Patch, $"/api/v1/apps/{id}", new { icon = "🌴", description = "For leave" });

        var site = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/site");

        Assert.Equal(("Help", "🌴", "For leave", "emoji"), ((string?)site!["title"], (string?)site["icon"],
            (string?)site["description"], (string?)site["icon_type"]));
        var dify = await CallWithKeyAsync(HttpMethod.Get, "/v1/site", await GivenKeyAsync(id));
        Assert.Equal(("Help", "🌴"), ((string?)dify!["title"], (string?)dify["icon"]));
    }

    [Fact]
    public async Task What_is_saved_is_what_the_page_and_Difys_clients_are_told()
    {
        var id = await GivenPublishedAppAsync();
        await CallAsync(HttpMethod.Put, $"/api/v1/apps/{id}/site", new { title = "first" });

        await CallAsync(HttpMethod.Put, $"/api/v1/apps/{id}/site", Ours);

        var site = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/site");
        Assert.True(JsonNode.DeepEquals(System.Text.Json.JsonSerializer.SerializeToNode(Ours), site), site!.ToJsonString());
        var dify = await CallWithKeyAsync(HttpMethod.Get, "/v1/site", await GivenKeyAsync(id));
        string[] names =
        [
            "title", "chat_color_theme", "chat_color_theme_inverted", "icon_type", "icon", "icon_background", "icon_url",
            "description", "copyright", "privacy_policy", "input_placeholder", "custom_disclaimer", "default_language",
            "show_workflow_steps", "use_icon_as_answer_icon",
        ];
        Assert.Equal(names, dify!.AsObject().Select(member => member.Key));
        Assert.Equal("https://example.com/leave.png", (string?)dify["icon_url"]);
        await CallWithKeyAsync(HttpMethod.Get, "/v1/site", "app-forged", expect: HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("""{}""", "title")]
    [InlineData("""{"title": ""}""", "title")]
    [InlineData("""{"title": "a", "chat_color_theme": "blue"}""", "chat_color_theme")]
    [InlineData("""{"title": "a", "icon_background": "#12"}""", "icon_background")]
    [InlineData("""{"title": "a", "icon_type": "movie"}""", "icon_type")]
    [InlineData("""{"title": "a", "privacy_policy": "javascript:alert(1)"}""", "privacy_policy")]
    [InlineData("""{"title": "a", "default_language": "中文"}""", "default_language")]
    [InlineData("""{"title": "a\u0000"}""", "title")]
    public async Task A_value_that_the_page_cannot_use_is_refused(string body, string field)
    {
        var id = await GivenAppAsync();

        var problem = await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{id}/site", JsonNode.Parse(body), HttpStatusCode.BadRequest);

        Assert.Equal(field, (string?)problem!["field"]);
        Assert.Equal("Help", (string?)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/site"))!["title"]);
    }
}
