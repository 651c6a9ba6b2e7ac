using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Middeck.Studio.Channels.Bots.Wecom;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Channels;

public sealed class WecomTests(PostgresFixture postgres) : ChannelTest(postgres)
{
    // Those of WeCom's own samples.
    private const string Token = "QDG6eK";
    private const string AesKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private const string CorpId = "wx5823bf96d3bd56c7";

    [Fact]
    public void The_published_callbacks_are_read()
    {
        const string Echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
        const string Message = "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/s"
            + "YYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gs"
            + "ijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS"
            + "0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07"
            + "+qN+E7Q==";

        Assert.Equal("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", WecomCipher.Sign(Token, "1409659589", "263014780", Echo));
        Assert.Equal("1616140317555161061", WecomCipher.Decrypt(AesKey, CorpId, Echo));
        Assert.Equal("477715d11cdb4164915debcba66cb864d751f3e6", WecomCipher.Sign(Token, "1409659813", "1372623149", Message));
        Assert.Contains("<Content><![CDATA[hello]]></Content>", WecomCipher.Decrypt(AesKey, CorpId, Message), StringComparison.Ordinal);
        Assert.Null(WecomCipher.Decrypt(AesKey, "wx0000000000000000", Message));
        Assert.Null(WecomCipher.Decrypt(new string('A', 43), CorpId, Message));
        Assert.Null(WecomCipher.Decrypt(AesKey, CorpId, "no base64"));
    }

    [Fact]
    public async Task The_address_is_tried_with_an_echo()
    {
        var (_, bot) = await GivenBotAsync();
        var echo = Encrypt("1616140317555161061");

        Assert.Equal((HttpStatusCode.OK, "1616140317555161061"), await CallBackAsync(bot, "", [], Signed(echo, echo), get: true));
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await CallBackAsync(bot, "", [], Signed(echo, echo, token: "another"), get: true)).Status);
    }

    [Fact]
    public async Task A_long_answer_comes_in_pieces_that_WeCom_takes()
    {
        var (app, bot) = await GivenBotAsync();
        var paragraph = string.Concat(Enumerable.Repeat("年假按工龄计算。", 30));
        Host.Models.Says($"# 年假\n{paragraph}\n\n{paragraph}\n\n{paragraph}\n\n{paragraph}");

        Assert.Equal((HttpStatusCode.OK, ""), await SayAsync(bot, "年假几天？"));
        await UntilDeliveryAsync(app, bot, "delivered");

        var sent = Server.All.Where(call => call.Path == "/cgi-bin/message/send").ToList();
        Assert.Equal(2, sent.Count);
        Assert.All(sent, call =>
        {
            Assert.Equal(("wangyq", "markdown", 1000002), (
                (string?)call.Json["touser"], (string?)call.Json["msgtype"], (int)call.Json["agentid"]!));
            Assert.Equal("?access_token=wecom-1", call.Query);
            Assert.True(Encoding.UTF8.GetByteCount((string)call.Json["markdown"]!["content"]!) <= 2048);
        });
        Assert.StartsWith("# 年假\n", (string?)sent[0].Json["markdown"]!["content"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_failure_in_the_middle_only_what_is_missing_is_sent()
    {
        var (app, bot) = await GivenBotAsync();
        var paragraph = string.Concat(Enumerable.Repeat("年假按工龄计算。", 60));
        Host.Models.Says($"一、{paragraph}\n\n二、{paragraph}");
        var calls = 0;
        Server.On("/cgi-bin/message/send", (_, context) => context.Response.WriteAsync(
            ++calls == 2 ? """{"errcode":45009,"errmsg":"api freq out of limit"}""" : """{"errcode":0}"""));

        await SayAsync(bot, "年假几天？");
        await UntilDeliveryAsync(app, bot, delivery => (string?)delivery["state"] == "waiting" && delivery["error"] is not null);
        Pass(TimeSpan.FromSeconds(10));
        await UntilDeliveryAsync(app, bot, "delivered");

        var sent = Server.All.Where(call => call.Path == "/cgi-bin/message/send").Select(call => call.Body).ToList();
        Assert.Equal(3, sent.Count);
        Assert.Equal(sent[1], sent[2]);
        Assert.NotEqual(sent[0], sent[1]);
    }

    [Fact]
    public async Task Nothing_but_text_and_nothing_too_long_is_asked()
    {
        var (_, bot) = await GivenBotAsync();
        await SayAsync(bot, "x", type: "image", id: "1");
        Assert.Contains("暂时只能读文字消息", (await Server.NextAsync("/cgi-bin/message/send")).Body, StringComparison.Ordinal);
        await SayAsync(bot, new string('问', 40_000), id: "2");
        Assert.Contains("太长了", (await Server.NextAsync("/cgi-bin/message/send")).Body, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, ""), await SayAsync(bot, "x", type: "event", id: "3"));

        Assert.Empty(Host.Models.Calls);
    }

    [Fact]
    public async Task A_call_that_does_not_prove_itself_or_is_old_or_no_good_XML_is_refused()
    {
        var (_, bot) = await GivenBotAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await SayAsync(bot, "Hello", token: "another")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SayAsync(bot, "Hello", at: Clock.GetUtcNow().AddMinutes(-61))).Status);
        var bomb = """<!DOCTYPE a [<!ENTITY b "c">]><xml><Encrypt>&b;</Encrypt></xml>""";
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallBackAsync(bot, bomb, [], Signed("c"))).Status);
        Assert.Empty(Host.Models.Calls);
    }

    private async Task<(Guid App, JsonNode Bot)> GivenBotAsync()
    {
        Server.On("/cgi-bin/gettoken", """{"errcode":0,"access_token":"wecom-1","expires_in":7200}""");
        Server.On("/cgi-bin/message/send", """{"errcode":0}""");
        Server.On("/cgi-bin/user/get", """{"errcode":0,"name":"王雨晴"}""");
        var app = await GivenPublishedAppAsync();
        return (app, await GivenChannelAsync(
            app, "wecom", new { corp_id = CorpId, agent_id = "1000002" },
            new { corp_secret = "secret-of-app", token = Token, encoding_aes_key = AesKey }));
    }

    private Task<(HttpStatusCode Status, string Body)> SayAsync(
        JsonNode bot, string text, string type = "text", string id = "4561", string token = Token, DateTimeOffset? at = null)
    {
        var encrypted = Encrypt($"""
            <xml><ToUserName>{CorpId}</ToUserName><FromUserName>wangyq</FromUserName><MsgType><![CDATA[{type}]]></MsgType>
            <Content><![CDATA[{text}]]></Content>{(type == "event" ? "" : $"<MsgId>{id}</MsgId>")}<AgentID>1000002</AgentID></xml>
            """);
        return CallBackAsync(
            bot, $"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>", [], Signed(encrypted, null, token, at));
    }

    private string Signed(string encrypted, string? echo = null, string token = Token, DateTimeOffset? at = null)
    {
        var timestamp = (at ?? Clock.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var query = $"?msg_signature={WecomCipher.Sign(token, timestamp, "263014780", encrypted)}&timestamp={timestamp}&nonce=263014780";
        return echo is null ? query : $"{query}&echostr={Uri.EscapeDataString(echo)}";
    }

    private static string Encrypt(string message)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        byte[] plain = [.. RandomNumberGenerator.GetBytes(16), .. length, .. text, .. Encoding.UTF8.GetBytes(CorpId)];
        var padding = 32 - (plain.Length % 32);
        plain = [.. plain, .. Enumerable.Repeat((byte)padding, padding)];
        using var aes = Aes.Create();
        aes.Key = WecomCipher.KeyOf(AesKey);
        return Convert.ToBase64String(aes.EncryptCbc(plain, aes.Key.AsSpan(0, 16), PaddingMode.None));
    }
}
