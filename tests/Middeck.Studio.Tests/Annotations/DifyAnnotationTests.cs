using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Annotations;

public sealed class DifyAnnotationTests(PostgresFixture postgres) : AnnotationTest(postgres)
{
    [Fact]
    public async Task They_are_written_listed_changed_and_deleted()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());
        var made = await CreateAsync(key, "When?", "Now.");
        await CreateAsync(key, "Who?", "I.");
        await CreateAsync(key, "Where?", "Here, now.");

        Assert.Equal(
            ["id", "question", "answer", "hit_count", "created_at"], made.AsObject().Select(member => member.Key));
        var page = await CallWithKeyAsync(HttpMethod.Get, "/v1/apps/annotations?page=2&limit=2", key);
        Assert.Equal(["data", "has_more", "limit", "total", "page"], page!.AsObject().Select(member => member.Key));
        Assert.Equal(("When?", 3, false), ((string?)page["data"]![0]!["question"], (int)page["total"]!, (bool)page["has_more"]!));
        Assert.Equal(2, (int)(await CallWithKeyAsync(HttpMethod.Get, "/v1/apps/annotations?keyword=now", key))!["total"]!);

        var path = $"/v1/apps/annotations/{made["id"]}";
        var changed = await CallWithKeyAsync(HttpMethod.Put, path, key, new { question = "When?", answer = "Later." });
        Assert.Equal("Later.", (string?)changed!["answer"]);
        await CallWithKeyAsync(HttpMethod.Delete, path, key, expect: HttpStatusCode.NoContent);
        await CallWithKeyAsync(HttpMethod.Delete, path, key, expect: HttpStatusCode.NotFound);
        await CallWithKeyAsync(
            HttpMethod.Put, path, key, new { question = "a", answer = "a" }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Switching_on_is_a_job_that_can_be_followed()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());
        await CreateAsync(key, "When?", "Now.");

        var begun = await CallWithKeyAsync(HttpMethod.Post, "/v1/apps/annotation-reply/enable", key, Model(0.9));
        Assert.Equal(["job_id", "job_status"], begun!.AsObject().Select(member => member.Key));
        Assert.Equal("waiting", await StatusAsync(key, begun));
        await Host.Jobs.RunAsync();
        Assert.Equal("completed", await StatusAsync(key, begun));

        var answer = await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key, new { query = "When?", inputs = new { }, user = "u" });
        Assert.Equal("Now.", (string?)answer!["answer"]);
        Assert.NotNull(answer["metadata"]!["annotation_reply"]);
        Assert.True((bool)(await CallWithKeyAsync(HttpMethod.Get, "/v1/parameters", key))!["annotation_reply"]!["enabled"]!);

        await CallWithKeyAsync(HttpMethod.Post, "/v1/apps/annotation-reply/disable", key, Model(0.9));
        Assert.False((bool)(await CallWithKeyAsync(HttpMethod.Get, "/v1/parameters", key))!["annotation_reply"]!["enabled"]!);
    }

    [Fact]
    public async Task A_job_that_fails_says_why()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());
        await CreateAsync(key, "When?", "Now.");
        var begun = await CallWithKeyAsync(HttpMethod.Post, "/v1/apps/annotation-reply/enable", key, Model(0.9));
        Host.Models.EmbeddingRefusal = new Fault(FaultKind.Upstream, "models.upstream_failed", "It broke.");
        await Host.Jobs.RunAsync();

        var status = await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/apps/annotation-reply/enable/status/{begun!["job_id"]}", key);

        Assert.Equal(("error", "It broke."), ((string?)status!["job_status"], (string?)status["error_msg"]));
    }

    [Fact]
    public async Task Nonsense_is_refused_in_Difys_words()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());

        await RefusedAsync(HttpMethod.Post, "/v1/apps/annotation-reply/toggle", key, Model(0.9));
        await RefusedAsync(HttpMethod.Post, "/v1/apps/annotation-reply/enable", key, Model(1.5));
        await RefusedAsync(HttpMethod.Get, $"/v1/apps/annotation-reply/enable/status/{Ids.New(Clock)}", key);
        await RefusedAsync(HttpMethod.Get, "/v1/apps/annotation-reply/enable/status/none", key);
        await RefusedAsync(HttpMethod.Post, "/v1/apps/annotations", key, new { question = "a" });
        await RefusedAsync(HttpMethod.Post, "/v1/apps/annotations", key, new { question = new string('a', 2_001), answer = "a" });
        await RefusedAsync(HttpMethod.Get, "/v1/apps/annotations?page=0", key);
    }

    private static object Model(double threshold) => new
    {
        embedding_provider_name = "langgenius/builtin/builtin",
        embedding_model_name = "lexical-embedding",
        score_threshold = threshold,
    };

    private async Task RefusedAsync(HttpMethod method, string path, string key, object? body = null)
        => Assert.Equal(
            "invalid_param", (string?)(await CallWithKeyAsync(method, path, key, body, HttpStatusCode.BadRequest))!["code"]);

    private async Task<JsonNode> CreateAsync(string key, string question, string answer)
        => (await CallWithKeyAsync(
            HttpMethod.Post, "/v1/apps/annotations", key, new { question, answer }, HttpStatusCode.Created))!;

    private async Task<string?> StatusAsync(string key, JsonNode begun)
        => (string?)(await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/apps/annotation-reply/enable/status/{begun["job_id"]}", key))!["job_status"];
}
