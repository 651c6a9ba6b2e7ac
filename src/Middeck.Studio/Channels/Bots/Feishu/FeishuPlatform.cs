using System.Text.Json;
using Middeck.Studio.Channels.Bots.Markup;

namespace Middeck.Studio.Channels.Bots.Feishu;

/// <summary>
/// A bot of Feishu or Lark: it hears im.message.receive_v1
/// (https://open.feishu.cn/document/server-docs/im-v1/message/events/receive) and answers under the message
/// (https://open.feishu.cn/document/server-docs/im-v1/message/reply).
/// </summary>
internal sealed class FeishuPlatform(FeishuApi api, TimeProvider clock) : IBotPlatform
{
    // 30 KB for the whole content (message/reply), in which some letters take two bytes more.
    private const int MostBytes = 16_000;

    // The tag md of a post: bold, italic, struck out, links, lists, quotes and blocks of code, but neither headings nor tables
    // (https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json).
    private static readonly MarkupStyle Style = new("**", "*", "~~", "`", "- ", HasHeadings: false, HasFences: true, "\n")
    {
        Link = static (text, url) => $"[{text}]({url})",
    };

    public ChannelKind Kind => ChannelKind.Feishu;

    public string Acknowledgement => "{}";

    public BotReading Read(BotChannel bot, BotRequest request) => FeishuReader.Read(bot, request, clock);

    public BotLook LookOf(BotChannel bot) => new(bot.Settings.Format == "text" ? MarkupStyle.Text : Style, MostBytes);

    public async Task<bool> IsMeantAsync(BotChannel bot, IReadOnlyList<string> mentions, CancellationToken cancellationToken)
        => mentions.Contains(await api.BotIdAsync(bot, cancellationToken));

    public async Task<string?> NameAsync(BotChannel bot, string person, CancellationToken cancellationToken)
        => (await api.SendAsync(
            bot, HttpMethod.Get, $"/open-apis/contact/v3/users/{Uri.EscapeDataString(person)}?user_id_type=open_id", null,
            cancellationToken)).In("data").In("user").Text("name");

    public Task SendAsync(
        BotChannel bot, BotMessage message, string text, string key, CancellationToken cancellationToken)
    {
        var isText = bot.Settings.Format == "text";
        object content = isText
            ? new { Text = text }
            : new { ZhCn = new { Content = new[] { new[] { new { Tag = "md", Text = text } } } } };
        return api.SendAsync(
            bot,
            HttpMethod.Post,
            $"/open-apis/im/v1/messages/{Uri.EscapeDataString(message.To["message"])}/reply",
            new Dictionary<string, object>
            {
                ["msg_type"] = isText ? "text" : "post",
                ["content"] = JsonSerializer.Serialize(content, Core.Json.Snake),
                ["reply_in_thread"] = message.To.ContainsKey("thread"),
                // Feishu shows a message with a uuid once within an hour.
                ["uuid"] = key,
            },
            cancellationToken);
    }

    public async Task<string> TestAsync(BotChannel bot, CancellationToken cancellationToken)
        => $"Feishu knows the bot as {await api.BotNameAsync(bot, cancellationToken)}.";
}
