using System.Globalization;
using Middeck.Core.Errors;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Channels.Bots;

/// <summary>What the platform itself says through a bot, in the channel's language.</summary>
internal sealed class BotWords
{
    private static readonly BotWords Chinese = new()
    {
        NewConversation = "好的，已开始新对话。",
        Unsupported = "抱歉，这里暂时只能读文字消息，图片、语音和文件还不支持。请用文字告诉我。",
        NotPublished = "这个应用还没有发布，暂时不能回答。",
        NeedsForm = "这个应用需要先填写表单，不能在聊天里直接提问。",
        TooLong = "这条消息太长了，请分成几条发送。",
        Empty = "请告诉我你想问什么。",
        NoModel = "现在没有可用的模型，请稍后再试，或联系管理员。",
        Failed = "抱歉，这次没能回答，请稍后再试。",
        Stopped = "（回答被停止了。）",
        CutOff = "（回答太长，这里只显示前面的部分。）",
        Sources = "来源：",
        Page = "第 {0} 页",
        TooMany = "你问得太快了，每分钟最多 {0} 条，请稍等一会儿。",
    };

    private static readonly BotWords English = new()
    {
        NewConversation = "All right, this is a new conversation.",
        Unsupported = "Sorry, only text can be read here; pictures, sound and files cannot yet. Please tell me in words.",
        NotPublished = "This app is not published yet and cannot answer.",
        NeedsForm = "This app wants a form filled in first, so it cannot be asked in a chat.",
        TooLong = "This message is too long. Please send it in several parts.",
        Empty = "Please tell me what you want to know.",
        NoModel = "There is no model that can answer right now. Try again later, or tell an administrator.",
        Failed = "Sorry, there is no answer this time. Please try again later.",
        Stopped = "(The answer was stopped.)",
        CutOff = "(The answer is too long; this is its beginning.)",
        Sources = "Sources:",
        Page = "page {0}",
        TooMany = "That was too fast: at most {0} messages a minute. Please wait a moment.",
    };

    private static readonly string[] NewConversationCommands =
        ["/new", "/reset", "新对话", "新会话", "开始新对话", "new conversation", "new chat"];

    public required string NewConversation { get; init; }

    public required string Unsupported { get; init; }

    public required string NotPublished { get; init; }

    public required string NeedsForm { get; init; }

    public required string TooLong { get; init; }

    public required string Empty { get; init; }

    public required string NoModel { get; init; }

    public required string Failed { get; init; }

    public required string Stopped { get; init; }

    public required string CutOff { get; init; }

    public required string Sources { get; init; }

    private string Page { get; init; } = "";

    private string TooMany { get; init; } = "";

    public static BotWords In(string? language) => language == "en" ? English : Chinese;

    /// <summary>Whether somebody asks to begin a new conversation.</summary>
    public static bool AsksForNewConversation(string text)
        => NewConversationCommands.Contains(text.Trim().TrimEnd('。', '.', '！', '!'), StringComparer.OrdinalIgnoreCase);

    /// <summary>At most so many a minute.</summary>
    public string Limited(int most) => string.Format(CultureInfo.InvariantCulture, TooMany, most);

    /// <summary>A line of the list of sources.</summary>
    public string SourceOf(Citation citation)
        => citation.Page is { } page
            ? $"[{citation.Position}] {citation.DocumentName}, {string.Format(CultureInfo.InvariantCulture, Page, page)}"
            : $"[{citation.Position}] {citation.DocumentName}";

    /// <summary>Why a question was refused.</summary>
    public string Of(Fault fault) => fault.Code switch
    {
        "apps.not_published" => NotPublished,
        "chat.query_too_long" => TooLong,
        "chat.query_missing" or "chat.invalid_query" => Empty,
        "chat.invalid_input" => NeedsForm,
        _ when fault.Code.StartsWith("models.", StringComparison.Ordinal) => NoModel,
        _ => Failed,
    };
}
