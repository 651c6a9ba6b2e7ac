using System.Net;
using System.Text.Json.Nodes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Evaluation;

public sealed class PublishBarTests(PostgresFixture postgres) : EvaluationTest(postgres)
{
    [Fact]
    public async Task A_draft_is_published_once_exactly_it_has_reached_the_bar()
    {
        var (app, set) = await GivenBarAsync(passed: 0.5);

        Assert.Null((await RefusedAsync(app))["run"]);

        Host.Models.Says("No idea.");
        await RunAsync(app, set);
        var below = await RefusedAsync(app);
        Assert.Equal((0d, 0.5), ((double)below["run"]!["figures"]!["pass_rate"]!, (double)below["bar"]!["passed"]!));

        Host.Models.Says("Two weeks.");
        await RunAsync(app, set);
        Assert.True((bool)(await StatusAsync(app))["is_reached"]!);
        await CallAsync(HttpMethod.Put, $"/api/v1/apps/{app}/draft", new { revision = 1, config = new { pre_prompt = "Be brief." } });
        Assert.Null((await RefusedAsync(app))["run"]);

        await CallAsync(HttpMethod.Put, $"/api/v1/apps/{app}/draft", new { revision = 2, config = new { } });
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish", new { });
    }

    [Fact]
    public async Task Cases_that_came_later_have_to_be_reached_too()
    {
        var (app, set) = await GivenBarAsync(passed: 1);
        Host.Models.Says("Two weeks.");
        await RunAsync(app, set);
        await GivenCaseAsync(app, set, "Who signs?", contains: "director");

        await RefusedAsync(app);
    }

    [Fact]
    public async Task Who_may_publishes_below_the_bar_with_a_reason()
    {
        var (app, _) = await GivenBarAsync(passed: 1);

        var published = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/publish", new { override_reason = "The old one is down." });

        Assert.Equal(1, (int)published!["version"]!);
        Assert.False((bool)(await StatusAsync(app))["is_reached"]!);
    }

    [Fact]
    public async Task A_bar_that_no_run_can_reach_is_refused_and_one_can_be_taken_away()
    {
        var app = await GivenAppAsync();
        var set = await GivenSetAsync(app);
        var path = $"/api/v1/apps/{app}/publish-bar";

        await CallAsync(HttpMethod.Put, path, new { set_id = set, similarity = 0.8 }, HttpStatusCode.BadRequest);
        await CallAsync(HttpMethod.Put, path, new { set_id = set, passed = 1.5 }, HttpStatusCode.BadRequest);
        await CallAsync(HttpMethod.Put, path, new { set_id = app }, HttpStatusCode.NotFound);
        await CallAsync(HttpMethod.Put, path, new { set_id = set });
        await CallAsync(HttpMethod.Delete, path, expect: HttpStatusCode.NoContent);

        Assert.Null((await StatusAsync(app))["bar"]);
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish", new { });
    }

    private async Task<(Guid App, Guid Set)> GivenBarAsync(double passed)
    {
        var app = await GivenAppAsync();
        var set = await GivenSetAsync(app);
        await GivenCaseAsync(app, set, "How long?", contains: "two weeks");
        await CallAsync(HttpMethod.Put, $"/api/v1/apps/{app}/publish-bar", new { set_id = set, passed });
        return (app, set);
    }

    private async Task<JsonNode> StatusAsync(Guid app)
        => (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/publish-bar"))!;

    private async Task<JsonNode> RefusedAsync(Guid app)
    {
        var problem = (await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish", new { }, HttpStatusCode.Conflict))!;
        Assert.Equal("evaluation.below_bar", (string?)problem["code"]);
        return problem;
    }
}
