using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Identifiers;
using Middeck.Studio.Agents.Confirmation;
using Middeck.Studio.Chat;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Agents;

public sealed class ConfirmationTests(PostgresFixture postgres) : AgentTest(postgres)
{
    private const string Tool = "maths/eval_expression!";

    private static AgentScript Script => new AgentScript().Calls("eval_expression", new { expression = "6*7" }).Says("So it is.");

    [Fact]
    public async Task A_run_waits_until_the_person_allows_the_tool()
    {
        var app = await GivenAgentAsync(Script, null, Tool);
        var (response, run, question) = await GivenWaitingAsync(app);

        var answered = await AnswerAsync(app, run, question, new { allow = true });

        Assert.Equal("allowed", (string?)answered!["status"]);
        var events = await ReadEventsAsync(response);
        Assert.Equal(["waiting", "allowed"], Named(events, "tool_confirmation").Select(e => (string?)e["status"]));
        Assert.Equal(("42", "succeeded"), Outcome(events));
        var again = await AnswerAsync(app, run, question, new { allow = false }, HttpStatusCode.Conflict);
        Assert.Equal("agents.confirmation_closed", (string?)again!["code"]);
    }

    [Fact]
    public async Task A_refusal_is_told_to_the_model_with_its_reason()
    {
        var app = await GivenAgentAsync(Script, null, Tool);
        var (response, run, question) = await GivenWaitingAsync(app);

        await AnswerAsync(app, run, question, new { allow = false, reason = "too dear" });

        var (output, status) = Outcome(await ReadEventsAsync(response));
        Assert.Equal("refused", status);
        Assert.Contains("refused the call: too dear", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_answer_it_counts_as_refused_and_the_waiting_is_not_the_runs_time()
    {
        Host.Get<Microsoft.Extensions.Options.IOptions<StudioOptions>>().Value.RunTimeout = 300;
        var app = await GivenAgentAsync(Script, null, Tool);
        var (response, run, question) = await GivenWaitingAsync(app);

        // In steps in which the lease is renewed, as the clock alone does not wait for that.
        for (var step = 0; step <= 31; step++)
        {
            Clock.Advance(TimeSpan.FromSeconds(20));
            await Host.Get<RunKeeper>().TendAsync(CancellationToken.None);
        }

        var events = await ReadEventsAsync(response);
        Assert.Equal("message_end", NameOf(events[^1]));
        Assert.Equal("refused", Outcome(events).Status);
        Assert.Equal("expired", (string?)Named(events, "tool_confirmation")[^1]["status"]);
        Assert.Contains("time for an answer is over", (string?)(await AnswerAsync(app, run, question, new { allow = true }, HttpStatusCode.Conflict))!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_allowed_for_the_conversation_is_not_asked_again_there()
    {
        var script = new AgentScript()
            .Calls("eval_expression", new { expression = "1+1" }).Says("Two.")
            .Calls("eval_expression", new { expression = "2+2" }).Says("Four.")
            .Calls("eval_expression", new { expression = "3+3" });
        var app = await GivenAgentAsync(script, null, Tool);
        var (response, run, question) = await GivenWaitingAsync(app);
        await AnswerAsync(app, run, question, new { allow = true, always = true });
        var conversation = (Guid)(await ReadEventsAsync(response))[0]["conversation_id"]!;

        var second = await AskAsync(app, "And?", new { conversation_id = conversation });

        Assert.Equal(("4", "succeeded"), Outcome(second));
        Assert.Empty(Named(second, "tool_confirmation"));
        var (other, otherRun, _) = await GivenWaitingAsync(app);
        other.Dispose();
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/chat/{otherRun}/stop", expect: HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Only_the_person_who_asked_can_answer_and_a_stop_ends_the_waiting()
    {
        var app = await GivenAgentAsync(Script, null, Tool);
        var (response, run, question) = await GivenWaitingAsync(app);

        var path = $"/api/v1/apps/{app}/chat/{run}/confirmations/{question}";
        await CallAsync(HttpMethod.Post, path, new { allow = true }, HttpStatusCode.NotFound, user: Ids.New(TimeProvider.System));
        await CallAsync(HttpMethod.Post, path, new { allow = true, reason = new string('a', 1_001) }, HttpStatusCode.BadRequest);
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/chat/{run}/stop", expect: HttpStatusCode.NoContent);

        var events = await ReadEventsAsync(response);
        Assert.Equal("stopped", (string?)StepsOf(events).Single()["calls"]![0]!["status"]);
        Assert.Contains("run has ended", (string?)(await AnswerAsync(app, run, question, new { allow = true }, HttpStatusCode.Conflict))!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_node_shows_the_question_and_takes_the_answer()
    {
        var bus = new LocalBus();
        await using var here = await StudioHost.StartAsync(Postgres, Clock, bus);
        await using var there = await StudioHost.StartAsync(Postgres, Clock, bus);
        var app = await GivenAgentAsync(Script, null, Tool);
        there.Models.Script = Script.AnswerAsync;
        using var asked = await PostOnAsync(there, $"/api/v1/apps/{app}/chat", new { query = "How much?" });
        var question = await NextAsync(asked, "tool_confirmation");
        var run = (Guid)question["task_id"]!;

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/apps/{app}/chat/{run}/events");
        using var watching = await SendOnAsync(here, request);
        var seen = await NextAsync(watching, "tool_confirmation");
        Assert.Equal((string?)question["id"], (string?)seen["id"]);
        using var answer = await PostOnAsync(here, $"/api/v1/apps/{app}/chat/{run}/confirmations/{seen["id"]}", new { allow = true });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        Assert.Equal(("42", "succeeded"), Outcome(await ReadEventsAsync(asked)));
        // The follower reads the row by itself a moment later.
        Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("So it is.", AnswerOf(await ReadEventsAsync(watching)));
    }

    [Fact]
    public async Task A_program_answers_for_the_user_whom_it_asked_for()
    {
        var app = await GivenAgentAsync(Script, null, Tool);
        var key = await GivenKeyAsync(app);
        using var response = await SendWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key, new { query = "How much?", inputs = new { }, user = "wang", response_mode = "streaming" });
        var question = await NextAsync(response, "tool_confirmation");
        var path = $"/v1/chat-messages/{question["task_id"]}/confirmations/{question["id"]}";

        await CallWithKeyAsync(HttpMethod.Post, path, key, new { user = "li", allow = true }, HttpStatusCode.NotFound);
        Assert.Equal("invalid_param", (string?)(await CallWithKeyAsync(HttpMethod.Post, path, key, new { user = "wang" }, HttpStatusCode.BadRequest))!["code"]);
        await CallWithKeyAsync(HttpMethod.Post, path, key, new { user = "wang", allow = true });

        Assert.Equal("So it is.", AnswerOf(await ReadEventsAsync(response)));
        Assert.Equal("confirmation_closed", (string?)(await CallWithKeyAsync(HttpMethod.Post, path, key, new { user = "wang", allow = true }, HttpStatusCode.Conflict))!["code"]);
    }

    private async Task<(HttpResponseMessage Response, Guid Run, Guid Question)> GivenWaitingAsync(Guid app)
    {
        var response = await SendAsync(HttpMethod.Post, $"/api/v1/apps/{app}/chat", new { query = "How much?" });
        var question = await NextWaitingAsync(app);
        return (response, question.Run, question.Id);
    }

    // By the run's own stream: reading the response here would take its events from the test.
    private async Task<(Guid Run, Guid Id)> NextWaitingAsync(Guid app)
    {
        var run = Host.Get<RunHub>().Active.Single(one => one.Request.App.Id == app);
        for (var sequence = 1; await run.Stream.WaitForAsync(sequence, CancellationToken.None); sequence++)
        {
            if (run.Stream.At(sequence) is RunEvent.Confirming { Question: { Status: ConfirmationStatus.Waiting } asked })
            {
                return (run.Id, asked.Id);
            }
        }

        throw new InvalidOperationException("The run ended without a question.");
    }

    private Task<JsonNode?> AnswerAsync(Guid app, Guid run, Guid question, object body, HttpStatusCode expect = HttpStatusCode.OK)
        => CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/chat/{run}/confirmations/{question}", body, expect);

    private static (string? Output, string? Status) Outcome(IEnumerable<JsonObject> events)
    {
        var call = StepsOf(events).Single()["calls"]![0]!;
        return ((string?)call["output"], (string?)call["status"]);
    }

    private async Task<HttpResponseMessage> PostOnAsync(StudioHost host, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = System.Net.Http.Json.JsonContent.Create(body) };
        return await SendOnAsync(host, request);
    }

    private Task<HttpResponseMessage> SendOnAsync(StudioHost host, HttpRequestMessage request)
    {
        request.Headers.Add("X-User", User.ToString());
        request.Headers.Add("X-Workspace", Workspace.ToString());
        return host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    // Reads up to an event and leaves the rest for later; byte by byte, so that nothing behind it is taken.
    private static async Task<JsonObject> NextAsync(HttpResponseMessage response, string name)
    {
        var stream = await response.Content.ReadAsStreamAsync();
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) > 0)
        {
            if (one[0] != '\n')
            {
                line.Add(one[0]);
                continue;
            }

            var text = System.Text.Encoding.UTF8.GetString([.. line]);
            line.Clear();
            if (text.StartsWith("data: ", StringComparison.Ordinal) && JsonNode.Parse(text[6..])!.AsObject() is var found && NameOf(found) == name)
            {
                return found;
            }
        }

        throw new InvalidOperationException($"The stream ended without {name}.");
    }
}
