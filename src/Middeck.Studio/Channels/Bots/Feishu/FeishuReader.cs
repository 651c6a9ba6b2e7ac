using System.Text;
using System.Text.Json;
using Middeck.Core;

namespace Middeck.Studio.Channels.Bots.Feishu;

/// <summary>
/// Reads Feishu's event subscription 2.0
/// (https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/request-url-configuration-case).
/// With an Encrypt Key every event is encrypted and signed; the trial of the address is encrypted and carries the token alone.
/// </summary>
internal static class FeishuReader
{
    private const string Received = "im.message.receive_v1";

    public static BotReading Read(BotChannel bot, BotRequest request, TimeProvider clock)
    {
        if (request.IsGet || BotJson.Read(request.Body) is not { } body)
        {
            return new BotReading.Refused("it is no event of Feishu");
        }

        var encryptKey = bot.Secrets["encrypt_key"];
        var isSigned = false;
        if (encryptKey.Length > 0)
        {
            if (RefusedSignature(encryptKey, request, clock, out isSigned) is { } refused)
            {
                return refused;
            }

            if (body.Text("encrypt") is not { } encrypted
                || FeishuCipher.Decrypt(encryptKey, encrypted) is not { } plain
                || BotJson.Read(plain) is not { } inner)
            {
                return new BotReading.Refused("it is not encrypted with the Encrypt Key; compare it");
            }

            body = inner;
        }
        else if (body.Text("encrypt") is not null)
        {
            return new BotReading.Refused("it is encrypted; enter the Encrypt Key");
        }

        if (!Proof.IsEqual(body.In("header").Text("token") ?? body.Text("token") ?? "", bot.Secrets["verification_token"]))
        {
            return new BotReading.Refused("the Verification Token does not fit");
        }

        if (body.Text("type") == "url_verification")
        {
            return new BotReading.Challenge(
                JsonSerializer.Serialize(new { Challenge = body.Text("challenge") }, Json.Snake), "application/json");
        }

        return encryptKey.Length > 0 && !isSigned
            ? new BotReading.Refused("it carries no signature")
            : body.In("header").Text("event_type") == Received ? ReadMessage(body.In("event")) : new BotReading.Ignored();
    }

    private static BotReading.Refused? RefusedSignature(
        string encryptKey, BotRequest request, TimeProvider clock, out bool isSigned)
    {
        var signature = request.Headers["X-Lark-Signature"].ToString();
        var timestamp = request.Headers["X-Lark-Request-Timestamp"].ToString();
        var nonce = request.Headers["X-Lark-Request-Nonce"].ToString();
        isSigned = signature.Length > 0;
        return isSigned && !Proof.IsEqual(signature, FeishuCipher.Sign(timestamp, nonce, encryptKey, request.Body))
            ? new BotReading.Refused("the signature does not fit; compare the Encrypt Key")
            : isSigned && !Proof.IsRecent(timestamp, Proof.Hour, clock)
                ? new BotReading.Refused("it is more than an hour old or ahead")
                : null;
    }

    private static BotReading ReadMessage(JsonElement received)
    {
        var sender = received.In("sender");
        var message = received.In("message");
        // Of what other bots say nothing is answered: two bots would never end.
        if (sender.Text("sender_type") != "user"
            || sender.In("sender_id").Text("open_id") is not { } person
            || message.Text("message_id") is not { } id
            || message.Text("chat_id") is not { } chat)
        {
            return new BotReading.Ignored();
        }

        var to = new Dictionary<string, string> { ["message"] = id };
        if (message.Text("thread_id") is { Length: > 0 } thread)
        {
            chat = $"{chat}/{thread}";
            to["thread"] = thread;
        }

        var text = TextOf(message);
        return new BotReading.Received(new BotMessage(id, chat, person, text ?? "", to)
        {
            HasFiles = text is null,
            Mentions = message.Text("chat_type") == "p2p"
                ? null
                : [.. message.List("mentions").Select(mention => mention.In("id").Text("open_id") ?? "")],
        });
    }

    // Null for what holds no text.
    private static string? TextOf(JsonElement message)
    {
        var content = BotJson.Read(Encoding.UTF8.GetBytes(message.Text("content") ?? "")) ?? default;
        var text = message.Text("message_type") switch
        {
            "text" => content.Text("text"),
            "post" => PostOf(content),
            _ => null,
        };
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // "@_user_1" stands for who is mentioned. The one at the beginning is whom the message is for.
        foreach (var mention in message.List("mentions"))
        {
            if (mention.Text("key") is { Length: > 0 } key)
            {
                var start = text.TrimStart();
                text = start.StartsWith(key, StringComparison.Ordinal)
                    ? start[key.Length..]
                    : text.Replace(key, $"@{mention.Text("name")}", StringComparison.Ordinal);
            }
        }

        return text.Trim();
    }

    private static string PostOf(JsonElement content)
    {
        var lines = content.List("content").Select(line => line.ValueKind == JsonValueKind.Array
            ? string.Concat(line.EnumerateArray().Select(piece => piece.Text("tag") == "at"
                ? piece.Text("user_id")
                : piece.Text("text")))
            : "");
        return string.Join('\n', lines.Prepend(content.Text("title") ?? "").Where(line => line.Length > 0));
    }
}
