using System.Text.RegularExpressions;

namespace Middeck.Studio.Channels;

/// <summary>What each kind of channel is told, and what it proves itself with.</summary>
internal static partial class ChannelFields
{
    /// <summary>The names of a kind's secrets.</summary>
    public static IEnumerable<string> SecretsOf(ChannelKind kind) => Secrets(kind).Select(field => field.Name);

    public static IReadOnlyList<ChannelField> Settings(ChannelKind kind) => kind switch
    {
        ChannelKind.Wecom =>
        [
            new("corp_id", Word(), "letters, digits, - and _, such as ww1234567890abcdef"),
            new("agent_id", Number(), "a number such as 1000002"),
        ],
        ChannelKind.Feishu => [new("app_id", Word(), "letters, digits, - and _, such as cli_a1b2c3")],
        ChannelKind.Dingtalk => [new("client_id", Word(), "letters, digits, - and _, such as ding1a2b3c")],
        _ => [],
    };

    public static IReadOnlyList<ChannelField> Secrets(ChannelKind kind) => kind switch
    {
        ChannelKind.Wecom =>
        [
            new("corp_secret", Visible(), "letters without spaces"),
            new("token", Alphanumeric(), "up to 32 letters and digits"),
            new("encoding_aes_key", AesKey(), "43 letters and digits"),
        ],
        ChannelKind.Feishu =>
        [
            new("app_secret", Visible(), "letters without spaces"),
            new("verification_token", Visible(), "letters without spaces"),
            new("encrypt_key", Printable(), "letters, digits and signs", IsNeeded: false),
        ],
        ChannelKind.Dingtalk => [new("client_secret", Visible(), "letters without spaces")],
        ChannelKind.Slack =>
        [
            new("bot_token", BotToken(), "a token that begins with xoxb-"),
            new("signing_secret", Visible(), "letters without spaces"),
        ],
        _ => [],
    };

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex Word();

    [GeneratedRegex("^[0-9]{1,12}$")]
    private static partial Regex Number();

    [GeneratedRegex("^[!-~]+$")]
    private static partial Regex Visible();

    [GeneratedRegex("^[ -~]+$")]
    private static partial Regex Printable();

    [GeneratedRegex("^[A-Za-z0-9]{1,32}$")]
    private static partial Regex Alphanumeric();

    [GeneratedRegex("^[A-Za-z0-9]{43}$")]
    private static partial Regex AesKey();

    [GeneratedRegex("^xoxb-[!-~]+$")]
    private static partial Regex BotToken();
}
