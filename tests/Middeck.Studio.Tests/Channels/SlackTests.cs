using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Middeck.Studio.Channels.Bots.Slack;
using Middeck.Studio.Channels.Deliveries;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Channels;

public sealed class SlackTests(PostgresFixture postgres) : ChannelTest(postgres)
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    [Fact]
    public void Signatures_are_those_of_the_published_vector()
        => Assert.Equal(
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            SlackReader.Sign(
                Secret, "1531420618",
                Encoding.UTF8.GetBytes(
                    "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                    + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                    + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                    + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")));

    [Fact]
    public async Task A_mention_is_answered_once_in_its_thread_and_in_Slacks_marks()
    {
        var (app, bot) = await GivenBotAsync();
        Host.Models.Says("# Leave\n**Ten** days, see [the rules](https://example.com/a) & ask <HR>.\n- one\n- two");

        var taken = await SayAsync(bot, Mention("Ev1", "<@UBOT> How many &lt;days&gt;?", ts: "171.1"));
        await SayAsync(bot, Mention("Ev1", "<@UBOT> How many &lt;days&gt;?", ts: "171.1"));

        Assert.Equal((HttpStatusCode.OK, ""), taken);
        var sent = await Server.NextAsync("/chat.postMessage");
        Assert.Equal("Bearer xoxb-1234567890", sent.Headers["Authorization"]);
        Assert.Equal(("C1", "171.1"), ((string?)sent.Json["channel"], (string?)sent.Json["thread_ts"]));
        Assert.Equal(
            "*Leave*\n*Ten* days, see <https://example.com/a|the rules> &amp; ask &lt;HR&gt;.\n• one\n• two",
            (string?)sent.Json["text"]);
        await UntilDeliveryAsync(app, bot, "delivered");
        Assert.Equal("How many <days>?", Assert.Single(Host.Models.Calls).Messages[^1].Text);
        Assert.Equal(1, Server.CountOf("/chat.postMessage"));
        var people = await Host.Database.QueryAsync(
            $"SELECT external_id || ' ' || display_name FROM studio.end_user WHERE app_id = {app}", row => row.At<string>(0), CancellationToken.None);
        Assert.Equal("slack:U1 Wang", Assert.Single(people));
    }

    [Fact]
    public async Task A_thread_is_a_conversation_until_somebody_asks_for_a_new_one()
    {
        var (_, bot) = await GivenBotAsync();
        await SayAsync(bot, Direct("Ev1", "My name is Wang."));
        await Server.NextAsync("/chat.postMessage");
        await SayAsync(bot, Direct("Ev2", "Who am I?"));
        await Server.NextAsync("/chat.postMessage");
        Assert.Contains(Host.Models.Calls.Last().Messages, message => message.Text == "My name is Wang.");

        await SayAsync(bot, Direct("Ev3", "/new"));
        Assert.Equal("All right, this is a new conversation.", (string?)(await Server.NextAsync("/chat.postMessage")).Json["text"]);
        await SayAsync(bot, Direct("Ev4", "Who am I?"));
        await Server.NextAsync("/chat.postMessage");

        Assert.DoesNotContain(Host.Models.Calls.Last().Messages, message => message.Text == "My name is Wang.");
        Assert.Equal(3, Host.Models.Calls.Count);
    }

    [Fact]
    public async Task A_call_that_does_not_prove_itself_is_refused_and_told_to_the_builder()
    {
        var (app, bot) = await GivenBotAsync();
        var body = Direct("Ev1", "Hello");
        var now = Clock.GetUtcNow();

        Assert.Equal(HttpStatusCode.Unauthorized, (await SayAsync(bot, body, "another secret")).Status);
        Assert.Contains("Signing Secret", (string?)(await ReadAsync(app, bot))!["last_error"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SayAsync(bot, body, Secret, now.AddMinutes(-6))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SayAsync(bot, body, Secret, now.AddMinutes(6))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallBackAsync(bot, body, [])).Status);
        Assert.Empty((await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/channels/{IdOf(bot)}/deliveries"))!["data"]!.AsArray());

        var challenge = await SayAsync(bot, """{"type":"url_verification","challenge":"3eZbrw1aB"}""");
        Assert.Equal((HttpStatusCode.OK, "3eZbrw1aB"), challenge);
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge, (await SayAsync(bot, new string(' ', 1024 * 1024 + 1))).Status);
    }

    [Fact]
    public async Task What_other_bots_say_is_not_answered()
    {
        var (app, bot) = await GivenBotAsync();
        foreach (var more in new[] { """,{"bot_id":"B1"}""", """,{"subtype":"message_changed"}""", """,{"channel_type":"channel"}""" })
        {
            var said = JsonNode.Parse(Direct("Ev1", "Hello"))!;
            foreach (var (name, value) in JsonNode.Parse(more[1..])!.AsObject())
            {
                said["event"]![name] = value!.DeepClone();
            }

            Assert.Equal(HttpStatusCode.OK, (await SayAsync(bot, said.ToJsonString())).Status);
        }

        Assert.Empty((await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/channels/{IdOf(bot)}/deliveries"))!["data"]!.AsArray());
    }

    [Fact]
    public async Task When_Slack_limits_calls_the_answer_comes_later_and_is_not_asked_for_again()
    {
        var (app, bot) = await GivenBotAsync();
        Server.On("/chat.postMessage", (_, context) =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "30";
            return Task.CompletedTask;
        });
        await SayAsync(bot, Direct("Ev1", "Hello"));
        await Server.NextAsync("/chat.postMessage");
        var waiting = await UntilDeliveryAsync(
            app, bot, delivery => (string?)delivery["state"] == "waiting" && delivery["error"] is not null);
        Assert.Equal("Slack limits how often it may be called.", (string?)waiting["error"]);

        Server.On("/chat.postMessage", """{"ok":true}""");
        Pass(TimeSpan.FromSeconds(40));
        await Server.NextAsync("/chat.postMessage");

        await UntilDeliveryAsync(app, bot, "delivered");
        Assert.Single(Host.Models.Calls);
    }

    [Fact]
    public async Task A_refusal_of_Slack_is_told_in_words_with_the_remedy()
    {
        var (app, bot) = await GivenBotAsync();
        Server.On("/chat.postMessage", """{"ok":false,"error":"not_in_channel"}""");
        Server.On("/auth.test", """{"ok":false,"error":"invalid_auth"}""");

        await SayAsync(bot, Direct("Ev1", "Hello"));

        Assert.Equal(
            "Slack answered not_in_channel. Invite the bot to the channel.",
            (string?)(await UntilDeliveryAsync(app, bot, "failed"))["error"]);
        var check = await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/channels/{IdOf(bot)}/test");
        Assert.Equal(
            (false, "Slack answered invalid_auth. Enter the Bot User OAuth Token again."),
            ((bool)check!["ok"]!, (string?)check["detail"]));
    }

    [Fact]
    public async Task One_person_cannot_use_up_the_app()
    {
        var (app, bot) = await GivenBotAsync(new { person_limit = 2 });
        for (var i = 1; i <= 4; i++)
        {
            await SayAsync(bot, Direct($"Ev{i}", "Hello"));
        }

        await UntilDeliveryAsync(app, bot, "ignored");

        Assert.Equal(2, Host.Models.Calls.Count);
        Assert.Equal(
            "That was too fast: at most 2 messages a minute. Please wait a moment.",
            (string?)Server.All.Last(call => call.Path == "/chat.postMessage").Json["text"]);
        Pass(TimeSpan.FromMinutes(2));
        await SayAsync(bot, Direct("Ev5", "Hello again"));
        await UntilDeliveryAsync(app, bot, "delivered");
        Assert.Equal(3, Host.Models.Calls.Count);
    }

    [Fact]
    public async Task A_question_outlives_the_node_that_was_answering_it()
    {
        var (_, bot) = await GivenBotAsync();
        var model = new HeldModel();
        Host.Models.Script = model.AnswerAsync;
        await SayAsync(bot, Direct("Ev1", "Hello"));
        await model.Asked;
        model.Say("Half an ans");

        await using var next = await StudioHost.StartAsync(Postgres, Clock);
        PointAt(next);
        next.Models.Says("The whole answer.");
        Host.Get<IOptions<StudioOptions>>().Value.DrainTimeout = 0;
        await Host.StopAsync();
        while (Server.CountOf("/chat.postMessage") == 0)
        {
            Clock.Advance(TimeSpan.FromSeconds(5));
            next.Get<DeliverySignal>().Set();
            // Of the other node: it works on meanwhile.
            using var answer = await next.Client.GetAsync("/");
        }

        Assert.Equal("The whole answer.", (string?)(await Server.NextAsync("/chat.postMessage")).Json["text"]);
        Assert.Equal(1, Server.CountOf("/chat.postMessage"));
    }

    private async Task<(Guid App, JsonNode Bot)> GivenBotAsync(object? settings = null)
    {
        Server.On("/chat.postMessage", """{"ok":true}""");
        Server.On("/users.info", """{"ok":true,"user":{"real_name":"Wang Yuqing","profile":{"display_name":"Wang"}}}""");
        var app = await GivenPublishedAppAsync();
        return (app, await GivenChannelAsync(
            app, "slack", settings, new { bot_token = "xoxb-1234567890", signing_secret = Secret }));
    }

    private Task<(HttpStatusCode Status, string Body)> SayAsync(
        JsonNode bot, string body, string secret = Secret, DateTimeOffset? at = null)
    {
        var timestamp = (at ?? Clock.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return CallBackAsync(bot, body,
        [
            ("X-Slack-Request-Timestamp", timestamp),
            ("X-Slack-Signature", SlackReader.Sign(secret, timestamp, Encoding.UTF8.GetBytes(body))),
        ]);
    }

    private static string Mention(string id, string text, string ts) => $$$$"""
        {"type":"event_callback","event_id":"{{{{id}}}}","authorizations":[{"user_id":"UBOT","is_bot":true}],
         "event":{"type":"app_mention","channel":"C1","user":"U1","ts":"{{{{ts}}}}","text":"{{{{text}}}}"}}
        """;

    private static string Direct(string id, string text) => $$$$"""
        {"type":"event_callback","event_id":"{{{{id}}}}","authorizations":[{"user_id":"UBOT","is_bot":true}],
         "event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","ts":"1.2","text":"{{{{text}}}}"}}
        """;
}
