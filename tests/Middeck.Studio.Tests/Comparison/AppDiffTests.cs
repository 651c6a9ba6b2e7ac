using System.Net;
using System.Text.Json.Nodes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Comparison;

public sealed class AppDiffTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task Drafts_and_versions_are_compared_in_either_direction()
    {
        var id = await GivenPublishedAppAsync(new { pre_prompt = "one", opening_statement = "Hi" });
        await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{id}/draft",
            new { revision = 1, config = new { pre_prompt = "two", suggested_questions = new[] { "?" } } });

        var changes = await DiffAsync(id, "");

        var expected = JsonNode.Parse("""
            [{"path": "pre_prompt", "kind": "changed", "before": "one", "after": "two"},
             {"path": "opening_statement", "kind": "removed", "before": "Hi", "after": null},
             {"path": "suggested_questions", "kind": "added", "before": null, "after": ["?"]}]
            """)!;
        Assert.True(
            JsonNode.DeepEquals(Sorted(expected), Sorted(changes)), changes.ToJsonString());
        Assert.Equal("one", (string?)(await DiffAsync(id, "?from=draft&to=1")).AsArray()
            .Single(change => (string?)change!["path"] == "pre_prompt")!["after"]);
        Assert.Empty((await DiffAsync(id, "?from=draft&to=draft")).AsArray());
    }

    [Theory]
    [InlineData("?from=latest", "apps.invalid_side", 400)]
    [InlineData("?to=0", "apps.invalid_side", 400)]
    [InlineData("?to=-1", "apps.invalid_side", 400)]
    [InlineData("?from=99999999999", "apps.invalid_side", 400)]
    [InlineData("?from=7", "apps.version_not_found", 404)]
    public async Task A_side_that_is_not_there_is_refused(string query, string code, int status)
    {
        var id = await GivenAppAsync();

        var problem = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/diff{query}", expect: (HttpStatusCode)status);

        Assert.Equal(code, (string?)problem!["code"]);
    }

    [Fact]
    public async Task An_app_that_was_never_published_differs_in_nothing()
        => Assert.Empty((await DiffAsync(await GivenAppAsync(), "")).AsArray());

    private static JsonArray Sorted(JsonNode changes)
        => [.. changes.AsArray().OrderBy(change => (string?)change!["path"]).Select(change => change!.DeepClone())];

    private async Task<JsonNode> DiffAsync(Guid id, string query)
        => (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/diff{query}"))!;
}
