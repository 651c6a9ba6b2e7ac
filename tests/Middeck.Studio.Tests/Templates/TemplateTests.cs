using System.Net;
using System.Text.Json.Nodes;
using Middeck.Studio.Templates;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Templates;

public sealed class TemplateTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task They_are_listed_by_language_and_category()
    {
        var chinese = (await CallAsync(HttpMethod.Get, "/api/v1/app-templates?language=zh-CN&category=office"))!.AsArray();
        Assert.Contains("会议纪要", chinese.Select(template => (string?)template!["name"]));
        Assert.All(chinese, template => Assert.Equal("office", (string?)template!["category"]));
        var english = (await CallAsync(HttpMethod.Get, "/api/v1/app-templates"))!.AsArray();
        Assert.True(english.Count >= 12);
        Assert.Equal("en", (string?)english[0]!["language"]);
        Assert.Empty((await CallAsync(HttpMethod.Get, "/api/v1/app-templates?category=none"))!.AsArray());

        var one = await CallAsync(HttpMethod.Get, "/api/v1/app-templates/summary?language=zh");
        Assert.Contains("{{article}}", (string?)one!["config"]!["pre_prompt"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/app-templates?language=tlh", "apps.unknown_language", 400)]
    [InlineData("/api/v1/app-templates/nothing", "apps.template_not_found", 404)]
    public async Task What_there_is_not_is_refused(string path, string code, int status)
        => Assert.Equal(code, (string?)(await CallAsync(HttpMethod.Get, path, expect: (HttpStatusCode)status))!["code"]);

    [Fact]
    public async Task Each_makes_an_app_that_can_be_published()
    {
        foreach (var template in TemplateReader.ReadAll())
        {
            var app = await CallAsync(
                HttpMethod.Post, "/api/v1/apps", new { template = template.Id, language = template.Language },
                HttpStatusCode.Created);

            Assert.Equal(
                (template.Name, template.Mode, template.Icon),
                ((string)app!["name"]!, (string)app["mode"]!, (string)app["icon"]!));
            var draft = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app["id"]}/draft");
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(template.Config.GetRawText()), draft!["config"]));
            await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app["id"]}/publish");
        }
    }

    [Fact]
    public async Task A_name_of_ones_own_goes_before_the_templates()
    {
        var app = await CallAsync(
            HttpMethod.Post, "/api/v1/apps", new { template = "summary", name = "Mine", icon = "🐟" }, HttpStatusCode.Created);

        Assert.Equal(("Mine", "🐟"), ((string?)app!["name"], (string?)app["icon"]));
        await CallAsync(HttpMethod.Post, "/api/v1/apps", new { template = "nothing" }, HttpStatusCode.NotFound);
    }
}
