namespace Middeck.Studio.Apps;

/// <summary>The kinds of apps, spelt as in the DSL.</summary>
internal static class AppMode
{
    /// <summary>Question and answer over a prompt and knowledge.</summary>
    public const string Chat = "chat";

    /// <summary>A prompt with variables, answered once: no history.</summary>
    public const string Completion = "completion";

    /// <summary>A chat whose model works by itself: it has tools called until it can answer.</summary>
    public const string AgentChat = "agent-chat";

    /// <summary>The kinds that can be made here.</summary>
    public static readonly string[] Available = [Chat, Completion, AgentChat];

    /// <summary>Every kind that the DSL knows, also those that cannot be made here.</summary>
    public static readonly string[] Known = [Chat, Completion, AgentChat, "advanced-chat", "workflow"];

    /// <summary>Whether people have conversations with apps of the kind.</summary>
    public static bool IsChat(string mode) => mode is Chat or AgentChat or "advanced-chat";
}
