using System.Net;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Chat;

public sealed class DraftModelTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private static readonly object Other = new
    {
        provider = "mock",
        name = "large",
        completion_params = new { temperature = 0.25 },
    };

    [Fact]
    public async Task A_draft_is_tried_out_with_several_models_side_by_side()
    {
        var app = await GivenAppAsync(new { model = new { provider = "mock", name = "small" }, pre_prompt = "Be kind." });

        var one = await AskAsync(app, "hi", new { draft = true });
        var two = await AskAsync(app, "hi", new { draft = true, model = Other });

        Assert.Equal("mock/small", (string?)one[^1]["metadata"]!["model"]);
        Assert.Equal("mock/large", (string?)two[^1]["metadata"]!["model"]);
        var options = Host.Models.Calls.Last().Options!;
        Assert.Equal(0.25f, options.Temperature);
        Assert.Equal("Be kind.", Host.Models.Calls.Last().Messages[0].Text);
    }

    [Fact]
    public async Task A_published_app_keeps_its_model()
    {
        var app = await GivenPublishedAppAsync();
        var problem = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/chat", new { query = "hi", model = Other }, HttpStatusCode.BadRequest);
        Assert.Equal("chat.model_needs_draft", (string?)problem!["code"]);
        Assert.Empty(Host.Models.Calls);
    }

    [Fact]
    public async Task Only_those_who_may_change_the_app_try_out_models()
    {
        var app = await GivenAppAsync();
        using var viewer = await SendAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/chat", new { query = "hi", draft = true, model = Other }, viewer: true);
        Assert.Equal(HttpStatusCode.Forbidden, viewer.StatusCode);
    }

    [Theory]
    [InlineData("""{"query": "hi", "draft": true, "model": {"provider": "mock"}}""", "model.name")]
    [InlineData("""{"query": "hi", "draft": true, "model": "mock/large"}""", "model")]
    [InlineData("""{"query": "hi", "draft": true, "model": {"provider": "m", "name": "n", "completion_params": {"temperature": 9}}}""",
        "model.completion_params.temperature")]
    public async Task A_model_that_cannot_be_meant_is_refused(string body, string field)
    {
        var app = await GivenAppAsync();
        var problem = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/chat", System.Text.Json.Nodes.JsonNode.Parse(body), HttpStatusCode.BadRequest);
        Assert.Equal(field, (string?)problem!["field"]);
    }
}
