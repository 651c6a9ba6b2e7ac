using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Middeck.Studio.Channels.Bots.Dingtalk;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Channels;

public sealed class DingtalkTests(PostgresFixture postgres) : ChannelTest(postgres)
{
    private const string Secret = "secret-of-the-robot";
    private const string Session = "/robot/sendBySession";

    [Fact]
    public async Task A_message_is_answered_at_the_address_of_its_session()
    {
        var (app, bot) = await GivenBotAsync();
        Host.Models.Says("**十天**。\n详见手册。");

        Assert.Equal((HttpStatusCode.OK, "{}"), await SayAsync(bot, Message("年假几天？")));

        var sent = await Server.NextAsync(Session);
        Assert.Equal("?session=s1", sent.Query);
        Assert.Equal(("markdown", "十天**。", "**十天**。  \n详见手册。"), (
            (string?)sent.Json["msgtype"], (string?)sent.Json["markdown"]!["title"], (string?)sent.Json["markdown"]!["text"]));
        await UntilDeliveryAsync(app, bot, "delivered");
        var people = await Host.Database.QueryAsync(
            $"SELECT external_id || ' ' || display_name FROM studio.end_user WHERE app_id = {app}", row => row.At<string>(0), CancellationToken.None);
        Assert.Equal("dingtalk:user123 杨", Assert.Single(people));
        Assert.Empty(await Host.Database.QueryAsync(
            $"SELECT payload FROM studio.channel_delivery WHERE channel_id = {IdOf(bot)} AND payload IS NOT NULL", row => row.At<string>(0), CancellationToken.None));
    }

    [Fact]
    public async Task A_call_that_does_not_prove_itself_is_refused()
    {
        var (_, bot) = await GivenBotAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await SayAsync(bot, Message("Hello"), "another secret")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SayAsync(bot, Message("Hello"), at: Clock.GetUtcNow().AddMinutes(-61))).Status);
        // Whoever has overheard a signature can write any body under it.
        var elsewhere = Message("Hello").Replace(Server.LoopbackUrl, $"{Server.LoopbackUrl}.example.com", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SayAsync(bot, elsewhere)).Status);
        Assert.Empty(Host.Models.Calls);
        Assert.Empty(Server.All);
    }

    [Fact]
    public async Task A_refusal_and_an_expired_session_are_told_in_words()
    {
        var (app, bot) = await GivenBotAsync();
        Server.On(Session, """{"errcode":300005,"errmsg":"token is not exist"}""");
        await SayAsync(bot, Message("Hello"));
        Assert.Equal("DingTalk answered 300005: token is not exist.", (string?)(await UntilDeliveryAsync(app, bot, "failed"))["error"]);

        await SayAsync(bot, Message("Hello", "msg2", Clock.GetUtcNow().AddMinutes(-1)));
        var late = await UntilDeliveryAsync(
            app, bot, delivery => ((string?)delivery["error"])?.Contains("expired", StringComparison.Ordinal) == true);
        Assert.Equal("failed", (string?)late["state"]);
        Assert.Equal("failing", (string?)(await ReadAsync(app, bot))!["state"]);

        Server.On("/v1.0/oauth2/accessToken", """{"code":"invalidClientIdOrSecret","message":"no such client"}""", 400);
        var check = await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/channels/{IdOf(bot)}/test");
        Assert.Equal("DingTalk answered invalidClientIdOrSecret: no such client.", (string?)check!["detail"]);
    }

    private async Task<(Guid App, JsonNode Bot)> GivenBotAsync()
    {
        Server.On(Session, """{"errcode":0,"errmsg":"ok"}""");
        var app = await GivenPublishedAppAsync();
        return (app, await GivenChannelAsync(app, "dingtalk", new { client_id = "ding1" }, new { client_secret = Secret }));
    }

    private Task<(HttpStatusCode Status, string Body)> SayAsync(
        JsonNode bot, string body, string secret = Secret, DateTimeOffset? at = null)
    {
        var timestamp = (at ?? Clock.GetUtcNow()).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return CallBackAsync(bot, body, [("timestamp", timestamp), ("sign", DingtalkPlatform.Sign(timestamp, secret))]);
    }

    private string Message(string text, string id = "msg1", DateTimeOffset? until = null) => $$$$"""
        {"msgId":"{{{{id}}}}","conversationId":"cid1","conversationType":"2","isInAtList":true,"senderStaffId":"user123","senderNick":"杨",
         "sessionWebhook":"{{{{Server.LoopbackUrl}}}}{{{{Session}}}}?session=s1",
         "sessionWebhookExpiredTime":{{{{(until ?? Clock.GetUtcNow().AddHours(1)).ToUnixTimeMilliseconds()}}}},
         "msgtype":"text","text":{"content":" {{{{text}}}}"}}
        """;
}
