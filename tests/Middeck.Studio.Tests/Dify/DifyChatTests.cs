using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Dify;

public sealed class DifyChatTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private static readonly string[] Rome = ["Rome"];
    private static readonly string[] IdFields = ["task_id", "id", "message_id", "conversation_id"];

    [Fact]
    public async Task The_events_of_a_stream_have_Difys_shapes()
    {
        var (_, key) = await GivenAppWithKeyAsync(new
        {
            dataset_configs = new { datasets = new { datasets = new[] { new { dataset = new { id = Guid.Empty } } } } },
        });
        Host.Knowledge.Holds("handbook.pdf", "Two weeks.", position: 4, page: 2);
        Host.Models.Says("Two weeks [1].");

        using var response = await SendWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key, Ask("When?", "streaming"));
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(response.Headers.GetValues("X-Env").Single());
        Assert.NotEmpty(response.Headers.GetValues("X-Version").Single());
        var events = await ReadEventsAsync(response);

        Assert.Equal(
            """
            {"event":"message","task_id":"ID","id":"ID","message_id":"ID","conversation_id":"ID","answer":"Two weeks [1].","from_variable_selector":null,"created_at":0}
            """,
            Masked(events[0]));
        Assert.Equal(
            """
            {"event":"message_end","task_id":"ID","id":"ID","message_id":"ID","conversation_id":"ID","metadata":{"annotation_reply":null,"retriever_resources":[{"position":1,"dataset_id":"00000000-0000-0000-0000-0000000000b1","dataset_name":"Handbook","document_id":"00000000-0000-0000-0000-0000000000d1","document_name":"handbook.pdf","data_source_type":"upload_file","segment_id":"00000000-0000-0000-0000-0000000000c1","retriever_from":"api","score":0.75,"hit_count":null,"word_count":10,"segment_position":4,"index_node_hash":null,"content":"Two weeks.","page":2}],"usage":{"prompt_tokens":7,"prompt_unit_price":"0","prompt_price_unit":"0.001","prompt_price":"0","completion_tokens":3,"completion_unit_price":"0","completion_price_unit":"0.001","completion_price":"0","total_tokens":10,"total_price":"0","currency":"USD","latency":0,"time_to_first_token":0}},"files":[],"created_at":0}
            """,
            Masked(events[1]));
        Assert.Equal(2, events.Count);
    }

    [Fact]
    public async Task A_blocking_answer_is_the_text_of_the_stream()
    {
        var (_, key) = await GivenAppWithKeyAsync();
        Host.Models.Says("你好", "，", "world\n", "!");

        using var response = await SendWithKeyAsync(HttpMethod.Post, "/v1/chat-messages", key, Ask("hi", "streaming"));
        var streamed = TextOf(await ReadEventsAsync(response));
        var blocking = await CallWithKeyAsync(HttpMethod.Post, "/v1/chat-messages", key, Ask("hi", "blocking"));

        Assert.Equal(streamed, (string?)blocking!["answer"]);
        Assert.Equal(
            """
            {"event":"message","task_id":"ID","id":"ID","message_id":"ID","conversation_id":"ID","mode":"chat","answer":"你好，world\n!","metadata":{"annotation_reply":null,"retriever_resources":[],"usage":{"prompt_tokens":7,"prompt_unit_price":"0","prompt_price_unit":"0.001","prompt_price":"0","completion_tokens":3,"completion_unit_price":"0","completion_price_unit":"0.001","completion_price":"0","total_tokens":10,"total_price":"0","currency":"USD","latency":0,"time_to_first_token":0}},"created_at":0}
            """,
            Masked(blocking.AsObject()));
    }

    [Fact]
    public async Task A_failure_is_an_event_in_a_stream_and_a_status_in_a_blocking_call()
    {
        var (_, key) = await GivenAppWithKeyAsync();
        Host.Models.SaysAndFails(
            new FaultException(new Fault(FaultKind.Upstream, "models.upstream_error", "It is overloaded.")), "half");

        using var response = await SendWithKeyAsync(HttpMethod.Post, "/v1/chat-messages", key, Ask("hi", "streaming"));
        Assert.Equal(
            """
            {"event":"error","task_id":"ID","message_id":"ID","conversation_id":"ID","status":400,"code":"completion_request_error","message":"It is overloaded.","created_at":0}
            """,
            Masked((await ReadEventsAsync(response))[^1]));

        var blocking = await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key, Ask("hi", "blocking"), HttpStatusCode.BadRequest);
        Assert.Equal(
            """{"code":"completion_request_error","message":"It is overloaded.","status":400}""", Compact(blocking!));
    }

    [Fact]
    public async Task A_model_that_is_missing_is_told_before_a_stream_begins()
    {
        var (_, key) = await GivenAppWithKeyAsync();
        Host.Models.Refusal = new Fault(FaultKind.Conflict, "models.provider_disabled", "The provider is disabled.");

        var error = await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key, Ask("hi", "streaming"), HttpStatusCode.BadRequest);
        Assert.Equal("provider_not_initialize", (string?)error!["code"]);
    }

    [Theory]
    [InlineData("""{"inputs": {}, "user": "u"}""", "query")]
    [InlineData("""{"query": "q", "user": "u"}""", "inputs")]
    [InlineData("""{"query": "q", "inputs": [], "user": "u"}""", "inputs")]
    [InlineData("""{"query": "q", "inputs": {}}""", "user")]
    [InlineData("""{"query": "q", "inputs": {}, "user": "u", "response_mode": "sometimes"}""", "response_mode")]
    [InlineData("""{"query": "q", "inputs": {}, "user": "u", "conversation_id": "17"}""", "conversation_id")]
    [InlineData("""{"query": "q", "inputs": {}, "user": "u", "files": [{"type": "image"}]}""", "files")]
    [InlineData("""{"query": "q", "inputs": {}, "user": "u\u0000"}""", "user")]
    [InlineData("""{"query": "q\u0000", "inputs": {}, "user": "u"}""", "query")]
    [InlineData("""{"query": 5, "inputs": {}, "user": "u"}""", "query")]
    [InlineData("""{"query": "q", "inputs": {"city": "Paris"}, "user": "u"}""", "inputs.city")]
    [InlineData("""{"query": "q", "inputs": {}, "user": "u" """, null)]
    public async Task A_wrong_parameter_is_named(string body, string? field)
    {
        var (_, key) = await GivenAppWithKeyAsync(new
        {
            user_input_form = new object[] { new { select = new { variable = "city", options = Rome } } },
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat-messages")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Authorization", $"Bearer {key}");
        using var response = await Host.Client.SendAsync(request);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("invalid_param", (string?)error["code"]);
        Assert.Equal(400, (int)error["status"]!);
        Assert.Equal(field, (string?)error["params"]);
        Assert.NotEmpty(response.Headers.GetValues("X-Version").Single());
    }

    [Fact]
    public async Task Empty_files_and_an_empty_conversation_are_taken_as_none()
    {
        var (_, key) = await GivenAppWithKeyAsync();
        var answer = await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key,
            new { query = "q", inputs = new { }, user = "u", files = Array.Empty<object>(), conversation_id = "" });
        Assert.Equal("You asked: q", (string?)answer!["answer"]);
    }

    [Fact]
    public async Task Without_a_key_or_with_a_wrong_one_nothing_is_answered()
    {
        foreach (var key in new[] { null, "app-wrong" })
        {
            using var response = await SendWithKeyAsync(HttpMethod.Post, "/v1/chat-messages", key, Ask("hi", "blocking"));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal(
                """{"code":"unauthorized","message":"Access token is invalid","status":401}""",
                await response.Content.ReadAsStringAsync());
            Assert.Equal("Bearer realm=\"api\"", response.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task An_app_that_is_not_published_is_unavailable()
    {
        var key = await GivenKeyAsync(await GivenAppAsync());
        var error = await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key, Ask("hi", "blocking"), HttpStatusCode.BadRequest);
        Assert.Equal("app_unavailable", (string?)error!["code"]);
    }

    [Fact]
    public async Task A_task_is_stopped_by_its_user_only()
    {
        var (_, key) = await GivenAppWithKeyAsync();
        var model = new HeldModel();
        Host.Models.Script = model.AnswerAsync;
        using var response = await SendWithKeyAsync(HttpMethod.Post, "/v1/chat-messages", key, Ask("hi", "streaming"));
        await model.Asked;
        var run = Assert.Single(Host.Get<Studio.Chat.RunHub>().Active);

        await CallWithKeyAsync(HttpMethod.Post, $"/v1/chat-messages/{run.Id}/stop", key, new { user = "somebody else" });
        Assert.False(run.Cancelled.IsCancellationRequested);
        var result = await CallWithKeyAsync(HttpMethod.Post, $"/v1/chat-messages/{run.Id}/stop", key, new { user = "u" });

        Assert.Equal("success", (string?)result!["result"]);
        await model.Cancelled;
        Assert.Equal("message_end", NameOf((await ReadEventsAsync(response))[^1]));
        var error = await CallWithKeyAsync(
            HttpMethod.Post, $"/v1/chat-messages/{run.Id}/stop", key, new { }, HttpStatusCode.BadRequest);
        Assert.Equal("user", (string?)error!["params"]);
    }

    [Fact]
    public async Task A_silent_stream_is_kept_alive_by_Difys_ping()
    {
        var (_, key) = await GivenAppWithKeyAsync();
        var model = new HeldModel();
        Host.Models.Script = model.AnswerAsync;
        using var response = await SendWithKeyAsync(HttpMethod.Post, "/v1/chat-messages", key, Ask("hi", "streaming"));
        await model.Asked;
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        var line = reader.ReadLineAsync();
        while (!line.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("event: ping", await line);
        Assert.Equal("", await reader.ReadLineAsync());
        model.End();
    }

    [Fact]
    public async Task A_bug_is_reported_under_the_task_and_told_in_Difys_own_fields()
    {
        var (_, key) = await GivenAppWithKeyAsync();
        Host.Models.SaysAndFails(new InvalidOperationException("secret detail"));

        using var response = await SendWithKeyAsync(HttpMethod.Post, "/v1/chat-messages", key, Ask("q", "streaming"));
        var error = Assert.Single(await ReadEventsAsync(response));

        Assert.Equal(
            ["event", "task_id", "message_id", "conversation_id", "status", "code", "message", "created_at"],
            error.Select(member => member.Key));
        Assert.Equal("Internal Server Error, please contact support.", (string?)error["message"]);
        Assert.Equal(Assert.Single(Host.Errors.All).TraceId, (string?)error["task_id"]);
    }

    private static object Ask(string query, string mode)
        => new { query, inputs = new { }, user = "u", response_mode = mode };

    private async Task<(Guid App, string Key)> GivenAppWithKeyAsync(object? config = null)
    {
        var app = await GivenPublishedAppAsync(config);
        return (app, await GivenKeyAsync(app));
    }

    private static string Masked(JsonObject e)
    {
        foreach (var id in IdFields.Where(e.ContainsKey))
        {
            Assert.True(Guid.TryParse((string?)e[id], out _));
            e[id] = "ID";
        }

        Assert.InRange((long)e["created_at"]!, 1_700_000_000, 4_000_000_000);
        e["created_at"] = 0;
        return Compact(e);
    }

    private static string Compact(JsonNode node) => node.ToJsonString(Core.Json.Snake);
}
