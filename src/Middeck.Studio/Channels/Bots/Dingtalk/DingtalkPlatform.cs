using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Studio.Channels.Bots.Markup;

namespace Middeck.Studio.Channels.Bots.Dingtalk;

/// <summary>
/// A robot of DingTalk in HTTP mode: it hears what is written to it and what mentions it in groups
/// (https://open.dingtalk.com/document/isvapp/receive-message) and answers at the session's address
/// (https://open.dingtalk.com/document/orgapp/robot-reply-and-send-messages).
/// </summary>
internal sealed class DingtalkPlatform(BotHttp http, IOptions<ChannelOptions> options, TimeProvider clock) : IBotPlatform
{
    private const string Platform = "DingTalk";
    private const int MostBytes = 18_000;
    private const int LongestTitle = 20;

    // A line ends with two spaces or it is joined to the next.
    private static readonly MarkupStyle Style = new("**", "*", "", "", "- ", HasHeadings: true, HasFences: false, "  \n")
    {
        Link = static (text, url) => $"[{text}]({url})",
    };

    public ChannelKind Kind => ChannelKind.Dingtalk;

    public string Acknowledgement => "{}";

    public BotReading Read(BotChannel bot, BotRequest request)
    {
        var timestamp = request.Headers["timestamp"].ToString();
        if (!Proof.IsEqual(request.Headers["sign"].ToString(), Sign(timestamp, bot.Secrets["client_secret"])))
        {
            return new BotReading.Refused("the signature does not fit; compare the Client Secret");
        }

        // In milliseconds.
        if (timestamp.Length < 4 || !Proof.IsRecent(timestamp[..^3], Proof.Hour, clock))
        {
            return new BotReading.Refused("it is more than an hour old or ahead");
        }

        return request.IsGet || BotJson.Read(request.Body) is not { } body
            ? new BotReading.Refused("it is no message of DingTalk")
            : ReadMessage(body);
    }

    /// <summary>Base64 of the HMAC-SHA256 of timestamp, line feed and secret. It says nothing of the body.</summary>
    public static string Sign(string timestamp, string secret) => Convert.ToBase64String(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}")));

    public BotLook LookOf(BotChannel bot) => new(bot.Settings.Format == "text" ? MarkupStyle.Text : Style, MostBytes);

    // DingTalk itself sends only what mentions the robot.
    public Task<bool> IsMeantAsync(BotChannel bot, IReadOnlyList<string> mentions, CancellationToken cancellationToken)
        => Task.FromResult(true);

    // The message brings it.
    public Task<string?> NameAsync(BotChannel bot, string person, CancellationToken cancellationToken)
        => Task.FromResult<string?>(null);

    public async Task SendAsync(
        BotChannel bot, BotMessage message, string text, string key, CancellationToken cancellationToken)
    {
        if (long.Parse(message.To["until"], CultureInfo.InvariantCulture) < clock.GetUtcNow().ToUnixTimeMilliseconds())
        {
            throw new BotCallException(
                BotTrouble.Refused, "DingTalk's address for the answer had expired before the answer was there.");
        }

        var answer = await http.SendAsync(
            Platform, HttpMethod.Post, message.To["session"],
            bot.Settings.Format == "text"
                ? new { Msgtype = "text", Text = new { Content = text } }
                : new { Msgtype = "markdown", Markdown = new { Title = TitleOf(text), Text = text } },
            null, cancellationToken);
        if (answer.Number("errcode") is not (null or 0))
        {
            // 130101: more than 20 messages in a minute.
            throw new BotCallException(
                answer.Number("errcode") is -1 or 130101 ? BotTrouble.Busy : BotTrouble.Refused,
                $"DingTalk answered {answer.Number("errcode")}: {answer.Text("errmsg")}.");
        }
    }

    /// <summary>Fetches a token (https://open.dingtalk.com/document/orgapp/obtain-the-access_token-of-an-internal-app).</summary>
    public async Task<string> TestAsync(BotChannel bot, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(
            Platform, HttpMethod.Post, $"{options.Value.DingtalkUrl}/v1.0/oauth2/accessToken",
            new Dictionary<string, string>
            {
                ["appKey"] = bot.Settings.ClientId!,
                ["appSecret"] = bot.Secrets["client_secret"],
            },
            null, cancellationToken);
        return answer.Text("accessToken") is { Length: > 0 }
            ? "DingTalk takes the Client ID and the Client Secret."
            : throw new BotCallException(
                BotTrouble.Refused, $"DingTalk answered {answer.Text("code")}: {answer.Text("message")}.");
    }

    private BotReading ReadMessage(JsonElement body)
    {
        // The signature is silent about the body, so an answer goes nowhere but to DingTalk.
        var session = body.Text("sessionWebhook") ?? "";
        if (!session.StartsWith($"{options.Value.DingtalkSessionUrl.TrimEnd('/')}/", StringComparison.Ordinal))
        {
            return new BotReading.Refused("the address for the answer is not DingTalk's");
        }

        if (body.Text("msgId") is not { } id || body.Text("conversationId") is not { } chat
            || (body.Text("senderStaffId") ?? body.Text("senderId")) is not { } person
            || (body.Text("conversationType") == "2" && body.In("isInAtList").ValueKind == JsonValueKind.False))
        {
            return new BotReading.Ignored();
        }

        var text = TextOf(body).Trim();
        var until = body.Number("sessionWebhookExpiredTime") ?? clock.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds();
        return new BotReading.Received(new BotMessage(
            id, chat, person, text,
            new Dictionary<string, string>
            {
                ["session"] = session,
                ["until"] = until.ToString(CultureInfo.InvariantCulture),
            })
        {
            PersonName = body.Text("senderNick"),
            HasFiles = text.Length == 0 && body.Text("msgtype") != "text",
        });
    }

    private static string TextOf(JsonElement body) => body.Text("msgtype") switch
    {
        "text" => body.In("text").Text("content") ?? "",
        "richText" => string.Concat(body.In("content").List("richText").Select(piece => piece.Text("text"))),
        // What somebody said, as DingTalk understood it.
        "audio" => body.In("content").Text("recognition") ?? "",
        _ => "",
    };

    // Shown where the message itself is not, such as in a notification.
    private static string TitleOf(string text)
    {
        var line = text.Split('\n')[0].Trim(' ', '#', '*', '>', '-');
        return line.Length <= LongestTitle ? (line.Length > 0 ? line : "…") : $"{line[..SafeEnd(line)]}…";
    }

    private static int SafeEnd(string line) => char.IsHighSurrogate(line[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle;
}
