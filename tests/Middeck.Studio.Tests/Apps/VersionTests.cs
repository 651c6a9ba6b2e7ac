using System.Net;
using System.Text.Json.Nodes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Apps;

public sealed class VersionTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task Rolling_back_publishes_an_old_version_again_and_leaves_the_draft()
    {
        var id = await GivenPublishedAppAsync(new { opening_statement = "one" });
        await SaveAndPublishAsync(id, 1, "two");

        var rolled = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{id}/rollback", new { version = 1, name = "Back", note = "two was wrong" });

        Assert.Equal(3, (int)rolled!["version"]!);
        Assert.Equal("one", (string?)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/start"))!["opening_statement"]);
        Assert.Equal("two", (string?)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/draft"))!["config"]!["opening_statement"]);
        Assert.True((bool)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}"))!["has_unpublished_changes"]!);
        var latest = (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/versions"))!["data"]![0]!;
        Assert.Equal((3, "Back", "two was wrong"), ((int)latest["version"]!, (string?)latest["name"], (string?)latest["note"]));
    }

    [Fact]
    public async Task Those_who_use_an_app_are_told_what_it_takes_and_does_besides_answering()
    {
        var plain = await GivenPublishedAppAsync();
        var rich = await GivenPublishedAppAsync(new
        {
            suggested_questions_after_answer = new { enabled = true },
            middeck = new { memory = new { facts = true } },
        });

        var start = (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{plain}/start"))!;
        Assert.Equal((false, false), ((bool)start["suggests_questions"]!, (bool)start["remembers"]!));
        Assert.Equal(10 * 1024 * 1024, (long)start["max_file_bytes"]!["image"]!);
        start = (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{rich}/start"))!;
        Assert.Equal((true, true), ((bool)start["suggests_questions"]!, (bool)start["remembers"]!));
    }

    [Fact]
    public async Task Rolling_back_to_what_the_draft_says_leaves_nothing_to_publish()
    {
        var id = await GivenPublishedAppAsync(new { opening_statement = "one" });
        await SaveAndPublishAsync(id, 1, "two");
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/versions/1/restore");

        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/rollback", new { version = 1 });

        Assert.False((bool)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}"))!["has_unpublished_changes"]!);
    }

    [Fact]
    public async Task A_version_is_named_later_and_what_is_not_said_stays()
    {
        var id = await GivenAppAsync();
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/publish", new { name = "First", note = "Begins" });

        var named = await CallAsync(HttpMethod.Patch, $"/api/v1/apps/{id}/versions/1", new { name = "春季" });
        Assert.Equal(("春季", "Begins"), ((string?)named!["name"], (string?)named["note"]));

        var bare = await CallAsync(HttpMethod.Patch, $"/api/v1/apps/{id}/versions/1", new { note = "" });
        Assert.Equal(("春季", null), ((string?)bare!["name"], (string?)bare["note"]));
    }

    [Theory]
    [InlineData("rollback", """{"version": 0}""", 400)]
    [InlineData("rollback", """{}""", 400)]
    [InlineData("rollback", """{"version": 9}""", 404)]
    [InlineData("rollback", """{"version": 1, "name": "\u0000"}""", 400)]
    [InlineData("publish", """{"note": "\u0000"}""", 400)]
    public async Task What_cannot_be_published_is_refused_and_changes_nothing(string act, string body, int status)
    {
        var id = await GivenPublishedAppAsync();

        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/{act}", JsonNode.Parse(body), (HttpStatusCode)status);

        Assert.Equal(1, (int)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}"))!["version"]!);
    }

    [Theory]
    [InlineData(1, """{"name": "\u0000"}""", HttpStatusCode.BadRequest)]
    [InlineData(7, """{"name": "a"}""", HttpStatusCode.NotFound)]
    public async Task A_version_that_is_not_there_or_a_name_that_cannot_be_kept_is_refused(
        int version, string body, HttpStatusCode status)
    {
        var id = await GivenPublishedAppAsync();

        await CallAsync(HttpMethod.Patch, $"/api/v1/apps/{id}/versions/{version}", JsonNode.Parse(body), status);
    }

    private async Task SaveAndPublishAsync(Guid id, int revision, string opening)
    {
        await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{id}/draft", new { revision, config = new { opening_statement = opening } });
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/publish");
    }
}
