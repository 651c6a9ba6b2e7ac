using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Middeck.Studio.Channels.Bots.Slack;

/// <summary>
/// Reads Slack's Events API, signed as https://docs.slack.dev/authentication/verifying-requests-from-slack says: HMAC-SHA256 over
/// <c>v0:timestamp:body</c>, at most five minutes old. What Slack sends again (<c>X-Slack-Retry-Num</c>) has the event_id of the
/// first time.
/// </summary>
internal static partial class SlackReader
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static BotReading Read(BotChannel bot, BotRequest request, TimeProvider clock)
    {
        var timestamp = request.Headers["X-Slack-Request-Timestamp"].ToString();
        var signature = request.Headers["X-Slack-Signature"].ToString();
        if (!Proof.IsEqual(signature, Sign(bot.Secrets["signing_secret"], timestamp, request.Body)))
        {
            return new BotReading.Refused("the signature does not fit; compare the Signing Secret");
        }

        if (!Proof.IsRecent(timestamp, Window, clock))
        {
            return new BotReading.Refused("it is more than five minutes old or ahead");
        }

        if (request.IsGet || BotJson.Read(request.Body) is not { } body)
        {
            return new BotReading.Refused("it is no event of Slack");
        }

        return body.Text("type") switch
        {
            "url_verification" => new BotReading.Challenge(body.Text("challenge") ?? "", "text/plain"),
            "event_callback" => ReadEvent(body),
            _ => new BotReading.Ignored(),
        };
    }

    /// <summary><c>v0=</c> and hexadecimal.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }

    private static BotReading ReadEvent(JsonElement body)
    {
        var happened = body.In("event");
        var isMention = happened.Text("type") == "app_mention";
        var isDirect = happened.Text("type") == "message" && happened.Text("channel_type") == "im"
            && happened.Text("subtype") is null or "file_share";
        if ((!isMention && !isDirect)
            || happened.Text("bot_id") is not null
            || body.Text("event_id") is not { } id
            || happened.Text("channel") is not { } channel
            || happened.Text("user") is not { } person)
        {
            return new BotReading.Ignored();
        }

        var to = new Dictionary<string, string> { ["channel"] = channel };
        // In channels each question has its thread; between two people only those that somebody opened.
        var thread = happened.Text("thread_ts") ?? (isMention ? happened.Text("ts") : null);
        if (thread is not null)
        {
            to["thread"] = thread;
        }

        var text = TextOf(body, happened.Text("text") ?? "");
        return new BotReading.Received(new BotMessage(id, thread is null ? channel : $"{channel}/{thread}", person, text, to)
        {
            HasFiles = text.Length == 0 && happened.List("files").Any(),
        });
    }

    private static string TextOf(JsonElement body, string text)
    {
        var self = body.List("authorizations").Select(given => given.Text("user_id")).FirstOrDefault();
        if (self is not null)
        {
            text = text.Replace($"<@{self}>", "", StringComparison.Ordinal);
        }

        return Reference().Replace(text, match => match.Groups["shown"].Success ? match.Groups["shown"].Value : match.Groups["to"].Value)
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal)
            .Trim();
    }

    // <https://example.com|example.com>, <#C123|general>, <@U123>
    [GeneratedRegex(@"<(?<to>[^<>|]{1,2000})(\|(?<shown>[^<>]{0,500}))?>")]
    private static partial Regex Reference();
}
