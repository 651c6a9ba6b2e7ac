using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Studio.Channels.Bots.Markup;

namespace Middeck.Studio.Channels.Bots.Slack;

/// <summary>
/// A bot of Slack: it hears app_mention and message.im by the Events API (https://docs.slack.dev/apis/events-api/) and answers by
/// chat.postMessage (https://docs.slack.dev/reference/methods/chat.postMessage), in channels in the thread.
/// </summary>
internal sealed class SlackPlatform(BotHttp http, IOptions<ChannelOptions> options, TimeProvider clock) : IBotPlatform
{
    private const string Platform = "Slack";

    // Longer ones are shown folded, and some clients do not show them at all.
    private const int MostBytes = 4_000;

    // https://docs.slack.dev/messaging/formatting-message-text
    private static readonly MarkupStyle Style = new("*", "_", "~", "`", "• ", HasHeadings: false, HasFences: true, "\n")
    {
        Escape = Escape,
        Link = static (text, url) => $"<{Escape(url)}|{text}>",
    };

    private static readonly MarkupStyle Text = MarkupStyle.Text with { Escape = Escape };

    public ChannelKind Kind => ChannelKind.Slack;

    public string Acknowledgement => "";

    public BotReading Read(BotChannel bot, BotRequest request) => SlackReader.Read(bot, request, clock);

    public BotLook LookOf(BotChannel bot) => new(bot.Settings.Format == "text" ? Text : Style, MostBytes);

    // app_mention comes only when it is.
    public Task<bool> IsMeantAsync(BotChannel bot, IReadOnlyList<string> mentions, CancellationToken cancellationToken)
        => Task.FromResult(true);

    public async Task<string?> NameAsync(BotChannel bot, string person, CancellationToken cancellationToken)
    {
        var user = (await CallAsync(
            bot, HttpMethod.Get, $"users.info?user={Uri.EscapeDataString(person)}", null, cancellationToken)).In("user");
        return user.In("profile").Text("display_name") is { Length: > 0 } shown ? shown : user.Text("real_name");
    }

    public Task SendAsync(
        BotChannel bot, BotMessage message, string text, string key, CancellationToken cancellationToken)
    {
        var body = new Dictionary<string, object>
        {
            ["channel"] = message.To["channel"],
            ["text"] = text,
            ["mrkdwn"] = bot.Settings.Format != "text",
            ["unfurl_links"] = false,
        };
        if (message.To.TryGetValue("thread", out var thread))
        {
            body["thread_ts"] = thread;
        }

        return CallAsync(bot, HttpMethod.Post, "chat.postMessage", body, cancellationToken);
    }

    public async Task<string> TestAsync(BotChannel bot, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(bot, HttpMethod.Post, "auth.test", null, cancellationToken);
        return $"Slack knows the bot as {answer.Text("user")} in {answer.Text("team")}.";
    }

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private async Task<JsonElement> CallAsync(
        BotChannel bot, HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(
            Platform, method, $"{options.Value.SlackUrl}/{path}", body, bot.Secrets["bot_token"], cancellationToken);
        if (answer.Is("ok"))
        {
            return answer;
        }

        var error = answer.Text("error") ?? "nothing";
        throw new BotCallException(
            error is "ratelimited" or "rate_limited" or "internal_error" or "fatal_error" or "service_unavailable"
                or "request_timeout" ? BotTrouble.Busy : BotTrouble.Refused,
            $"Slack answered {error}.{RemedyOf(error)}");
    }

    private static string RemedyOf(string error) => error switch
    {
        "not_in_channel" or "channel_not_found" => " Invite the bot to the channel.",
        "invalid_auth" or "account_inactive" or "token_revoked" or "token_expired" or "not_authed"
            => " Enter the Bot User OAuth Token again.",
        "missing_scope" => " Give the bot the scopes app_mentions:read, chat:write and im:history, and install it again.",
        _ => "",
    };
}
