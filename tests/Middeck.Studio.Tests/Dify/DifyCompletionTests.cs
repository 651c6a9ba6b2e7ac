using System.Net;
using System.Text.Json.Nodes;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Dify;

public sealed class DifyCompletionTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task An_answer_in_one_piece_has_Difys_fields_and_no_conversation()
    {
        var key = await GivenKeyOfAsync("completion");

        var answer = await CallWithKeyAsync(HttpMethod.Post, "/v1/completion-messages", key, Run("blocking"));

        Assert.Equal(
            ["event", "task_id", "id", "message_id", "mode", "answer", "metadata", "created_at"],
            answer!.AsObject().Select(member => member.Key));
        Assert.Equal("message", (string?)answer["event"]);
        Assert.Equal("completion", (string?)answer["mode"]);
        Assert.Equal("You asked: Say hello", (string?)answer["answer"]);
        Assert.Equal(10, (int)answer["metadata"]!["usage"]!["total_tokens"]!);
    }

    [Fact]
    public async Task A_stream_has_messages_and_their_end_and_no_conversation()
    {
        var key = await GivenKeyOfAsync("completion");

        using var response = await SendWithKeyAsync(HttpMethod.Post, "/v1/completion-messages", key, Run("streaming"));
        var events = await ReadEventsAsync(response);

        Assert.Equal(["message", "message", "message_end"], events.Select(NameOf));
        Assert.All(events, e => Assert.False(e.ContainsKey("conversation_id")));
        Assert.Equal("You asked: Say hello", TextOf(events));
    }

    [Theory]
    [InlineData("chat", "POST", "/v1/completion-messages", "app_unavailable")]
    [InlineData("chat", "POST", "/v1/completion-messages/01900000-0000-7000-8000-000000000001/stop", "app_unavailable")]
    [InlineData("completion", "POST", "/v1/chat-messages", "not_chat_app")]
    [InlineData("completion", "POST", "/v1/chat-messages/01900000-0000-7000-8000-000000000001/stop", "not_chat_app")]
    [InlineData("completion", "GET", "/v1/conversations?user=u", "not_chat_app")]
    [InlineData("completion", "GET", "/v1/messages?user=u&conversation_id=01900000-0000-7000-8000-000000000001", "not_chat_app")]
    [InlineData("completion", "DELETE", "/v1/conversations/01900000-0000-7000-8000-000000000001", "not_chat_app")]
    public async Task A_call_for_another_kind_of_app_is_refused(string mode, string method, string path, string code)
    {
        var key = await GivenKeyOfAsync(mode);

        var error = await CallWithKeyAsync(
            new HttpMethod(method), path, key, method == "GET" ? null : new { user = "u" }, HttpStatusCode.BadRequest);

        Assert.Equal(code, (string?)error!["code"]);
    }

    [Theory]
    [InlineData("""{"user": "u"}""", "inputs")]
    [InlineData("""{"inputs": {}}""", "user")]
    [InlineData("""{"inputs": {}, "user": "u", "response_mode": "later"}""", "response_mode")]
    [InlineData("""{"inputs": {}, "user": "u", "files": "no"}""", "files")]
    public async Task A_wrong_parameter_is_named(string body, string field)
    {
        var key = await GivenKeyOfAsync("completion");

        var error = await CallWithKeyAsync(
            HttpMethod.Post, "/v1/completion-messages", key, JsonNode.Parse(body), HttpStatusCode.BadRequest);

        Assert.Equal("invalid_param", (string?)error!["code"]);
        Assert.Equal(field, (string?)error["params"]);
    }

    [Fact]
    public async Task A_run_is_stopped_by_its_user()
    {
        var key = await GivenKeyOfAsync("completion");
        var model = new HeldModel();
        Host.Models.Script = model.AnswerAsync;
        using var response = await SendWithKeyAsync(HttpMethod.Post, "/v1/completion-messages", key, Run("streaming"));
        await model.Asked;
        var run = Assert.Single(Host.Get<Studio.Chat.RunHub>().Active);

        await CallWithKeyAsync(HttpMethod.Post, $"/v1/completion-messages/{run.Id}/stop", key, new { user = "u" });

        await model.Cancelled;
        Assert.Equal("message_end", NameOf((await ReadEventsAsync(response))[^1]));
    }

    private static object Run(string mode) => new { inputs = new { }, user = "u", response_mode = mode };

    private async Task<string> GivenKeyOfAsync(string mode)
    {
        var app = (Guid)(await CallAsync(
            HttpMethod.Post, "/api/v1/apps", new { name = "Run", mode, config = new { pre_prompt = "Say hello" } },
            HttpStatusCode.Created))!["id"]!;
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish");
        return await GivenKeyAsync(app);
    }
}
