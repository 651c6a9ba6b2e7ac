using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Middeck.Core.Identifiers;
using Middeck.Studio.Channels.Webhooks;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Channels;

public sealed class WebhookTests(PostgresFixture postgres) : ChannelTest(postgres)
{
    private static readonly string[] Everything =
        ["message.completed", "message.failed", "conversation.started", "feedback.given", "app.published"];

    [Fact]
    public void Signatures_are_those_of_the_published_vector()
        => Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330,
                """{"test": 2432232314}"""u8));

    [Fact]
    public async Task A_program_hears_of_an_answer_by_a_signed_call()
    {
        var app = await GivenPublishedAppAsync();
        var webhook = await GivenWebhookAsync(app, "message.completed");
        Server.On("/hook", "thanks");

        await AskAsync(app, "Hello?");
        Pass(TimeSpan.FromSeconds(5));

        var call = await Server.NextAsync("/hook");
        Assert.Equal("application/json", call.Headers["Content-Type"]);
        Assert.True(IsSigned(call, (string)webhook["signing_secret"]!));
        Assert.Equal(Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), call.Headers["webhook-timestamp"]);
        Assert.Equal("message.completed", (string?)call.Json["type"]);
        var told = call.Json["data"]!["event"]!;
        Assert.Equal(("Hello?", "You asked: Hello?", "member"), (
            (string?)told["query"], (string?)told["answer"], (string?)told["user"]!["kind"]));
        var delivery = await UntilDeliveryAsync(app, webhook, "delivered");
        Assert.Equal((200, 1), ((int)delivery["status_code"]!, (int)delivery["attempt"]!));
        var detail = await CallAsync(HttpMethod.Get, $"{PathOf(app, webhook)}/deliveries/{(Guid)delivery["id"]!}");
        Assert.Equal(
            (call.Body, "thanks", call.Headers["webhook-id"]),
            ((string?)detail!["payload"], (string?)detail["response"], (string?)detail["webhook_id"]));
        Assert.Equal("working", (string?)(await ReadAsync(app, webhook))!["state"]);
    }

    [Fact]
    public async Task Everything_that_is_offered_is_raised_and_trying_out_a_draft_is_nobodys_business()
    {
        var app = await GivenPublishedAppAsync();
        await GivenWebhookAsync(app, Everything);
        Server.On("/hook", "{}");
        await AskAsync(app, "Just trying", new { draft = true });

        var events = await AskAsync(app, "Hello?");
        Host.Models.SaysAndFails(new HttpRequestException("gone"));
        await AskAsync(app, "And now?", new { conversation_id = (Guid)events[0]["conversation_id"]! });
        await CallAsync(
            HttpMethod.Post, $"/api/v1/messages/{(Guid)events[0]["task_id"]!}/feedback", new { rating = "like", content = "Good" },
            HttpStatusCode.NoContent);
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish");
        Pass(TimeSpan.FromSeconds(5));

        var told = new List<JsonNode>();
        for (var i = 0; i < Everything.Length; i++)
        {
            told.Add((await Server.NextAsync("/hook")).Json);
        }

        Assert.Equal(Everything.Order(), told.Select(call => (string)call["type"]!).Order());
        Assert.DoesNotContain(told, call => call.ToJsonString().Contains("Just trying", StringComparison.Ordinal));
        Assert.Equal("Good", (string?)told.Single(call => (string?)call["type"] == "feedback.given")["data"]!["event"]!["content"]);
        Assert.Equal(2, (int)told.Single(call => (string?)call["type"] == "app.published")["data"]!["event"]!["version"]!);
    }

    [Fact]
    public async Task A_call_that_fails_is_made_again_under_the_same_id_until_it_is_given_up_and_can_be_sent_again()
    {
        Options.MaxAttempts = 2;
        var app = await GivenPublishedAppAsync();
        var webhook = await GivenWebhookAsync(app, "message.completed");
        Server.On("/hook", (_, context) =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "60";
            return Task.CompletedTask;
        });
        await AskAsync(app, "Hello?");
        Pass(TimeSpan.FromSeconds(5));

        var first = await Server.NextAsync("/hook");
        var waiting = await UntilDeliveryAsync(app, webhook, "waiting");
        Assert.Equal(429, (int)waiting["status_code"]!);
        Assert.InRange(
            (DateTimeOffset)waiting["next_attempt_at"]!, Clock.GetUtcNow().AddSeconds(55), Clock.GetUtcNow().AddSeconds(65));
        Pass(TimeSpan.FromSeconds(70));
        var second = await Server.NextAsync("/hook");
        var failed = await UntilDeliveryAsync(app, webhook, "failed");

        Assert.Equal("The program answered 429.", (string?)failed["error"]);
        Assert.Equal((first.Headers["webhook-id"], first.Body), (second.Headers["webhook-id"], second.Body));
        Assert.NotEqual(first.Headers["webhook-timestamp"], second.Headers["webhook-timestamp"]);
        Assert.True(IsSigned(second, (string)webhook["signing_secret"]!));
        Assert.Equal("failing", (string?)(await ReadAsync(app, webhook))!["state"]);

        Server.On("/hook", "{}");
        await CallAsync(
            HttpMethod.Post, $"{PathOf(app, webhook)}/deliveries/{(Guid)failed["id"]!}/resend", expect: HttpStatusCode.Accepted);
        Assert.Equal(first.Headers["webhook-id"], (await Server.NextAsync("/hook")).Headers["webhook-id"]);
        await UntilDeliveryAsync(app, webhook, "delivered");
        Assert.Null((await ReadAsync(app, webhook))!["failing_since"]);
    }

    [Fact]
    public async Task What_a_dead_node_had_taken_up_is_delivered_by_the_next_one()
    {
        var app = await GivenPublishedAppAsync();
        var webhook = await GivenWebhookAsync(app, "message.completed");
        Server.On("/hook", "{}");
        await AskAsync(app, "Hello?");
        await Host.Database.ExecuteAsync(
            $"""
            UPDATE studio.channel_delivery SET state = 'running', attempt = 1, lease_owner = {Ids.New(Clock)},
                due_at = {Clock.GetUtcNow().AddSeconds(30)}
            WHERE channel_id = {IdOf(webhook)}
            """,
            CancellationToken.None);
        Pass(TimeSpan.FromSeconds(29));
        Assert.Empty(Server.All);

        Pass(TimeSpan.FromSeconds(6));

        await Server.NextAsync("/hook");
        Assert.Equal(2, (int)(await UntilDeliveryAsync(app, webhook, "delivered"))["attempt"]!);
    }

    [Fact]
    public async Task A_program_that_is_gone_for_days_is_called_no_more_until_somebody_switches_it_on_again()
    {
        var app = await GivenPublishedAppAsync();
        var webhook = await GivenWebhookAsync(app, "message.completed");
        Server.On("/hook", "broken", 500);
        await Host.Database.ExecuteAsync(
            $"UPDATE studio.channel SET failing_since = {Clock.GetUtcNow().AddHours(-73)} WHERE id = {IdOf(webhook)}",
            CancellationToken.None);

        await AskAsync(app, "Hello?");
        Pass(TimeSpan.FromSeconds(5));
        await Server.NextAsync("/hook");
        await UntilDeliveryAsync(app, webhook, delivery => (int)delivery["attempt"]! == 1 && delivery["error"] is not null);

        var off = await ReadAsync(app, webhook);
        Assert.Equal(("switched_off", false), ((string?)off!["state"], (bool)off["enabled"]!));
        Assert.Contains("72 hours", (string?)off["switched_off_reason"], StringComparison.Ordinal);
        Pass(TimeSpan.FromSeconds(10));
        await UntilDeliveryAsync(app, webhook, "ignored");
        await AskAsync(app, "Anybody?");
        Assert.Equal(1, Server.CountOf("/hook"));

        var on = await CallAsync(HttpMethod.Patch, PathOf(app, webhook), new { enabled = true });
        Assert.Null(on!["switched_off_reason"]);
        Server.On("/hook", "{}");
        await AskAsync(app, "And now?");
        Pass(TimeSpan.FromSeconds(5));
        Assert.Equal("And now?", (string?)(await Server.NextAsync("/hook")).Json["data"]!["event"]!["query"]);
    }

    [Fact]
    public async Task A_program_that_says_it_is_gone_for_good_is_believed()
    {
        var app = await GivenPublishedAppAsync();
        var webhook = await GivenWebhookAsync(app, "message.completed");
        Server.On("/hook", "", 410);

        var check = await CallAsync(HttpMethod.Post, $"{PathOf(app, webhook)}/test");

        Assert.False((bool)check!["ok"]!);
        Assert.Equal("switched_off", (string?)(await ReadAsync(app, webhook))!["state"]);
    }

    [Fact]
    public async Task A_test_call_tells_at_once_what_became_of_it()
    {
        var app = await GivenPublishedAppAsync();
        var webhook = await GivenWebhookAsync(app, "app.published");
        Server.On("/hook", "{}");
        var good = await CallAsync(HttpMethod.Post, $"{PathOf(app, webhook)}/test");
        Server.On("/hook", "no", 503);
        var bad = await CallAsync(HttpMethod.Post, $"{PathOf(app, webhook)}/test");
        var inside = await GivenChannelAsync(app, "webhook", new { url = $"{Server.LoopbackUrl}/hook" }, null, "app.published");
        var refused = await CallAsync(HttpMethod.Post, $"{PathOf(app, inside)}/test");

        Assert.Equal((true, "The program answered 200."), ((bool)good!["ok"]!, (string?)good["detail"]));
        Assert.Equal((false, "The program answered 503."), ((bool)bad!["ok"]!, (string?)bad["detail"]));
        Assert.Contains("outbound.private_address", (string?)refused!["detail"], StringComparison.Ordinal);
        Assert.Equal(2, Server.CountOf("/hook"));
        Assert.Equal("webhook.test", (string?)(await UntilDeliveryAsync(app, webhook, "failed"))["type"]);
    }

    [Fact]
    public async Task A_new_secret_and_the_former_one_both_sign_for_a_day()
    {
        var app = await GivenPublishedAppAsync();
        var webhook = await GivenWebhookAsync(app, "app.published");
        Server.On("/hook", "{}");
        var former = (string)webhook["signing_secret"]!;

        var secret = (string)(await CallAsync(HttpMethod.Post, $"{PathOf(app, webhook)}/rotate-secret"))!["signing_secret"]!;
        await CallAsync(HttpMethod.Post, $"{PathOf(app, webhook)}/test");
        var soon = await Server.NextAsync("/hook");
        Pass(TimeSpan.FromHours(25));
        await CallAsync(HttpMethod.Post, $"{PathOf(app, webhook)}/test");
        var later = await Server.NextAsync("/hook");

        Assert.True(IsSigned(soon, secret) && IsSigned(soon, former));
        Assert.True(IsSigned(later, secret) && !IsSigned(later, former));
        Assert.DoesNotContain(secret, (await ReadAsync(app, webhook))!.ToJsonString(), StringComparison.Ordinal);
    }

    private Task<JsonNode> GivenWebhookAsync(Guid app, params string[] events)
        => GivenChannelAsync(app, "webhook", new { url = $"{Server.Url}/hook" }, null, events);

    private static string PathOf(Guid app, JsonNode channel) => $"/api/v1/apps/{app}/channels/{IdOf(channel)}";

    // As a receiver does it that knows nothing of us.
    private static bool IsSigned(Call call, string secret)
    {
        var signed = $"{call.Headers["webhook-id"]}.{call.Headers["webhook-timestamp"]}.{call.Body}";
        var expected = Convert.ToBase64String(HMACSHA256.HashData(
            Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes(signed)));
        return call.Headers["webhook-signature"].Split(' ').Contains($"v1,{expected}");
    }
}
