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

    /// <summary>A chat whose answers come of a graph.</summary>
    public const string AdvancedChat = "advanced-chat";

    /// <summary>A graph that is run from its inputs to its outputs.</summary>
    public const string Workflow = "workflow";

    /// <summary>The kinds that can be made here: every kind that the DSL has for apps.</summary>
    public static readonly string[] Available = [Chat, Completion, AgentChat, AdvancedChat, Workflow];

    /// <summary>Whether what apps of the kind do is a graph.</summary>
    public static bool IsGraph(string mode) => mode is AdvancedChat or Workflow;

    /// <summary>Whether people fill something in and get one answer.</summary>
    public static bool IsSingle(string mode) => mode is Completion or Workflow;

    /// <summary>Whether people have conversations with apps of the kind.</summary>
    public static bool IsChat(string mode) => mode is Chat or AgentChat or AdvancedChat;
}
