using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Middeck.Studio.Channels.Bots.Feishu;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Channels;

public sealed class FeishuTests(PostgresFixture postgres) : ChannelTest(postgres)
{
    private const string EncryptKey = "test key 1";
    private const string Reply = "/open-apis/im/v1/messages/om_1/reply";
    private const string Token = "/open-apis/auth/v3/tenant_access_token/internal";

    [Fact]
    public void The_published_ciphertext_is_read()
    {
        Assert.Equal(
            "hello world"u8.ToArray(), FeishuCipher.Decrypt("test key", "P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk="));
        Assert.Null(FeishuCipher.Decrypt("another key", "P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk="));
        Assert.Null(FeishuCipher.Decrypt("test key", "no base64"));
    }

    [Fact]
    public async Task An_encrypted_message_is_answered_under_it_with_its_sources()
    {
        var (app, bot) = await GivenBotAsync();
        Host.Models.Says("## 年假\n**十天**。\n\n| 年资 | 天数 |\n|---|---|\n| 一年 | 5 |");

        var taken = await SayAsync(bot, Message("你好，年假几天？"));

        Assert.Equal((HttpStatusCode.OK, "{}"), taken);
        var sent = await Server.NextAsync(Reply);
        Assert.Equal("Bearer t-1", sent.Headers["Authorization"]);
        Assert.Equal(("post", false), ((string?)sent.Json["msg_type"], (bool)sent.Json["reply_in_thread"]!));
        Assert.Equal(
            "**年假**\n**十天**。\n\n```\n年资 | 天数\n一年 | 5\n```",
            (string?)JsonNode.Parse((string)sent.Json["content"]!)!["zh_cn"]!["content"]![0]![0]!["text"]);
        await UntilDeliveryAsync(app, bot, "delivered");
        Assert.Equal("你好，年假几天？", Assert.Single(Host.Models.Calls).Messages[^1].Text);
    }

    [Fact]
    public async Task The_address_is_tried_with_a_challenge()
    {
        var (_, bot) = await GivenBotAsync();
        var trial = """{"challenge":"ajls384k","token":"verify-me","type":"url_verification"}""";

        var (status, body) = await CallBackAsync(bot, Encrypted(trial), []);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("ajls384k", (string?)JsonNode.Parse(body)!["challenge"]);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await CallBackAsync(bot, Encrypted(trial.Replace("verify-me", "wrong", StringComparison.Ordinal)), [])).Status);
    }

    [Fact]
    public async Task A_call_that_does_not_prove_itself_is_refused()
    {
        var (_, bot) = await GivenBotAsync();
        var body = Encrypted(Message("Hello"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await CallBackAsync(bot, Message("Hello"), [])).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallBackAsync(bot, body, [])).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(bot, body, Clock.GetUtcNow().AddMinutes(-61))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(bot, body, Clock.GetUtcNow(), "another key")).Status);
        Assert.Empty(Host.Models.Calls);
    }

    [Fact]
    public async Task Without_an_Encrypt_Key_the_Verification_Token_is_the_proof()
    {
        var (_, bot) = await GivenBotAsync(encryptKey: "");

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await CallBackAsync(bot, Message("Hello").Replace("verify-me", "wrong", StringComparison.Ordinal), [])).Status);
        Assert.Equal(HttpStatusCode.OK, (await CallBackAsync(bot, Message("Hello"), [])).Status);
        await Server.NextAsync(Reply);
    }

    [Fact]
    public async Task An_expired_token_is_fetched_anew_and_one_that_is_valid_is_kept()
    {
        var (app, bot) = await GivenBotAsync();
        await SayAsync(bot, Message("One", "om_1"));
        await Server.NextAsync(Reply);
        await UntilDeliveryAsync(app, bot, "delivered");
        Assert.Equal(1, Server.CountOf(Token));

        Server.On(Token, """{"code":0,"tenant_access_token":"t-2","expire":7200}""");
        Server.On("/open-apis/im/v1/messages/om_2/reply", (call, context) => context.Response.WriteAsync(
            call.Headers["Authorization"] == "Bearer t-1"
                ? """{"code":99991663,"msg":"token expired"}"""
                : """{"code":0}"""));
        await SayAsync(bot, Message("Two", "om_2"));
        await UntilDeliveryAsync(app, bot, "delivered");

        Assert.Equal(2, Server.CountOf(Token));
        Assert.Equal(2, Server.CountOf("/open-apis/im/v1/messages/om_2/reply"));
    }

    [Fact]
    public async Task In_a_group_only_who_mentions_the_bot_is_answered()
    {
        var (app, bot) = await GivenBotAsync();
        Server.On("/open-apis/bot/v3/info", """{"code":0,"bot":{"open_id":"ou_bot","app_name":"Help"}}""");

        await SayAsync(bot, Message("@_user_1 hello", "om_1", "group", "ou_colleague"));
        Assert.Equal("Nobody spoke to the bot.", (string?)(await UntilDeliveryAsync(app, bot, "ignored"))["error"]);
        await SayAsync(bot, Message("@_user_1 hello", "om_2", "group", "ou_bot"));
        await Server.NextAsync("/open-apis/im/v1/messages/om_2/reply");

        Assert.Equal("hello", Assert.Single(Host.Models.Calls).Messages[^1].Text);
        Assert.Equal(1, Server.CountOf("/open-apis/bot/v3/info"));
    }

    [Fact]
    public async Task A_picture_and_an_app_that_is_not_published_get_a_sentence()
    {
        var (_, bot) = await GivenBotAsync();
        await SayAsync(bot, Message("", "om_1").Replace("\"message_type\":\"text\"", "\"message_type\":\"image\"", StringComparison.Ordinal));
        Assert.Contains("暂时只能读文字消息", (await Server.NextAsync(Reply)).Body, StringComparison.Ordinal);

        var (_, unpublished) = await GivenBotAsync(app: await GivenAppAsync());
        await SayAsync(unpublished, Message("Hello"));
        Assert.Contains("还没有发布", (await Server.NextAsync(Reply)).Body, StringComparison.Ordinal);
        Assert.Empty(Host.Models.Calls);
    }

    private async Task<(Guid App, JsonNode Bot)> GivenBotAsync(string encryptKey = EncryptKey, Guid? app = null)
    {
        Server.On(Token, """{"code":0,"tenant_access_token":"t-1","expire":7200}""");
        Server.On(Reply, """{"code":0}""");
        Server.On("/open-apis/im/v1/messages/om_2/reply", """{"code":0}""");
        Server.On("/open-apis/contact/v3/users/ou_1", """{"code":41050,"msg":"no user authority"}""");
        var id = app ?? await GivenPublishedAppAsync();
        return (id, await GivenChannelAsync(
            id, "feishu", new { app_id = "cli_1" },
            new { app_secret = "secret-of-app", verification_token = "verify-me", encrypt_key = encryptKey }));
    }

    private Task<(HttpStatusCode Status, string Body)> SayAsync(JsonNode bot, string message)
        => SendAsync(bot, Encrypted(message), Clock.GetUtcNow());

    private Task<(HttpStatusCode Status, string Body)> SendAsync(
        JsonNode bot, string body, DateTimeOffset at, string key = EncryptKey)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return CallBackAsync(bot, body,
        [
            ("X-Lark-Request-Timestamp", timestamp),
            ("X-Lark-Request-Nonce", "5d0a"),
            ("X-Lark-Signature", FeishuCipher.Sign(timestamp, "5d0a", key, Encoding.UTF8.GetBytes(body))),
        ]);
    }

    private static string Encrypted(string plain)
    {
        using var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes(EncryptKey));
        aes.GenerateIV();
        byte[] sealedBytes = [.. aes.IV, .. aes.EncryptCbc(Encoding.UTF8.GetBytes(plain), aes.IV)];
        return new JsonObject { ["encrypt"] = Convert.ToBase64String(sealedBytes) }.ToJsonString();
    }

    private static string Message(string text, string id = "om_1", string chatType = "p2p", string mentioned = "") => $$$$"""
        {"schema":"2.0","header":{"event_id":"ev-{{{{id}}}}","event_type":"im.message.receive_v1","token":"verify-me"},
         "event":{"sender":{"sender_id":{"open_id":"ou_1"},"sender_type":"user"},
          "message":{"message_id":"{{{{id}}}}","chat_id":"oc_1","chat_type":"{{{{chatType}}}}","message_type":"text","content":"{\"text\":\"{{{{text}}}}\"}",
           "mentions":[{"key":"@_user_1","name":"Help","id":{"open_id":"{{{{mentioned}}}}"}}]}}}
        """;
}
