using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Middeck.Studio.Channels.Bots.Markup;

namespace Middeck.Studio.Channels.Bots.Wecom;

/// <summary>
/// An app of WeCom's own making, 自建应用: it hears by callbacks (https://developer.work.weixin.qq.com/document/path/90930 and
/// 90238) and speaks by message/send (path/90236), because an answer takes longer than the 5 s that a passive reply may.
/// </summary>
internal sealed class WecomPlatform(WecomApi api, IOptions<ChannelOptions> options, TimeProvider clock) : IBotPlatform
{
    // 2,048 bytes for text and markdown alike (path/90236).
    private const int MostBytes = 2_048;

    // Headings, bold, links, quotes and code in a line (path/90236, 支持的markdown语法).
    private static readonly MarkupStyle Style = new("**", "", "", "`", "- ", HasHeadings: true, HasFences: false, "\n")
    {
        Link = static (text, url) => $"[{text}]({url})",
    };

    public ChannelKind Kind => ChannelKind.Wecom;

    public string Acknowledgement => "";

    public BotReading Read(BotChannel bot, BotRequest request)
    {
        string signature = request.Query["msg_signature"].ToString(), timestamp = request.Query["timestamp"].ToString();
        var nonce = request.Query["nonce"].ToString();
        var encrypted = request.IsGet ? request.Query["echostr"].ToString() : SafeXml.Read(request.Body)?["Encrypt"] ?? "";
        if (!Proof.IsEqual(signature, WecomCipher.Sign(bot.Secrets["token"], timestamp, nonce, encrypted)))
        {
            return new BotReading.Refused("the signature does not fit; compare the Token");
        }

        if (!Proof.IsRecent(timestamp, Proof.Hour, clock))
        {
            return new BotReading.Refused("it is more than an hour old or ahead");
        }

        return WecomCipher.Decrypt(bot.Secrets["encoding_aes_key"], bot.Settings.CorpId!, encrypted) switch
        {
            null => new BotReading.Refused("it cannot be decrypted; compare the EncodingAESKey and the company's id"),
            var echo when request.IsGet => new BotReading.Challenge(echo, "text/plain"),
            var xml => ReadMessage(Encoding.UTF8.GetBytes(xml)),
        };
    }

    public BotLook LookOf(BotChannel bot) => new(bot.Settings.Format == "text" ? MarkupStyle.Text : Style, MostBytes);

    // WeCom lets its apps into no groups.
    public Task<bool> IsMeantAsync(BotChannel bot, IReadOnlyList<string> mentions, CancellationToken cancellationToken)
        => Task.FromResult(true);

    public async Task<string?> NameAsync(BotChannel bot, string person, CancellationToken cancellationToken)
        => (await api.GetAsync(
            bot, $"{options.Value.WecomUrl}/cgi-bin/user/get?userid={Uri.EscapeDataString(person)}", cancellationToken))
            .Text("name");

    public Task SendAsync(
        BotChannel bot, BotMessage message, string text, string key, CancellationToken cancellationToken)
    {
        var type = bot.Settings.Format == "text" ? "text" : "markdown";
        return api.PostAsync(
            bot,
            $"{options.Value.WecomUrl}/cgi-bin/message/send",
            new Dictionary<string, object>
            {
                ["touser"] = message.To["user"],
                ["msgtype"] = type,
                ["agentid"] = long.Parse(bot.Settings.AgentId!, CultureInfo.InvariantCulture),
                [type] = new { Content = text },
            },
            cancellationToken);
    }

    public async Task<string> TestAsync(BotChannel bot, CancellationToken cancellationToken)
    {
        var agent = await api.GetAsync(
            bot, $"{options.Value.WecomUrl}/cgi-bin/agent/get?agentid={bot.Settings.AgentId}", cancellationToken);
        return $"WeCom knows the app as {agent.Text("name")}.";
    }

    // <xml><FromUserName>…</FromUserName><MsgType>text</MsgType><Content>…</Content><MsgId>…</MsgId></xml>
    private static BotReading ReadMessage(byte[] xml)
    {
        if (SafeXml.Read(xml) is not { } message || message["MsgId"] is not { } id || message["FromUserName"] is not { } person
            || message["MsgType"] is null or "event")
        {
            return new BotReading.Ignored();
        }

        return new BotReading.Received(new BotMessage(
            id, "app", person, message["Content"] ?? "", new Dictionary<string, string> { ["user"] = person })
        {
            HasFiles = message["MsgType"] != "text",
        });
    }
}
