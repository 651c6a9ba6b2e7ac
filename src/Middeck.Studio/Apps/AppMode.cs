namespace Middeck.Studio.Apps;

/// <summary>The kinds of apps, spelt as in the DSL.</summary>
internal static class AppMode
{
    /// <summary>Question and answer over a prompt and knowledge.</summary>
    public const string Chat = "chat";

    /// <summary>Every kind that the DSL knows, also those that cannot be made here.</summary>
    public static readonly string[] Known = [Chat, "completion", "agent-chat", "advanced-chat", "workflow"];
}
