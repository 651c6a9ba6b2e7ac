using System.Text.Json;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>
/// How much of its conversation a node's model is shown: <code>{"window": {"enabled": true, "size": 10}, "role_prefix": {"user": "",
/// "assistant": ""}, "query_prompt_template": "{{#sys.query#}}"}</code> Only chats have a conversation.
/// </summary>
/// <param name="Turns">How many earlier questions and answers; null for as many as fit.</param>
/// <param name="User">What a person is called in a model's text; empty for <c>Human</c>.</param>
/// <param name="Assistant">What the app is called there; empty for <c>Assistant</c>.</param>
/// <param name="Query">How the question is put; empty for as it was asked.</param>
internal sealed record NodeMemory(int? Turns, string User, string Assistant, string Query)
{
    public const string Question = "{{#sys.query#}}";

    /// <summary>Null when the node has no memory.</summary>
    public static NodeMemory? Read(JsonElement? memory)
    {
        if (memory is not { ValueKind: JsonValueKind.Object })
        {
            return null;
        }

        var window = memory.Member("window");
        var prefix = memory.Member("role_prefix");
        return new NodeMemory(
            window.Member("enabled").Flag() == true ? window.Member("size").WholeNumber() : null,
            prefix.Member("user").Text() is { Length: > 0 } user ? user : "Human",
            prefix.Member("assistant").Text() is { Length: > 0 } assistant ? assistant : "Assistant",
            memory.Member("query_prompt_template").Text() is { Length: > 0 } query ? query : Question);
    }

    /// <summary>Whether the run has a question, as chats have.</summary>
    public static bool IsChat(NodeContext context) => context.Variables.Find("sys", "query") is not null;

    /// <summary>The earlier turns that a model is shown, oldest first.</summary>
    public IReadOnlyList<ChatTurn> Of(RunScope scope, StudioOptions options)
        => HistoryWindow.Take(scope.History, Turns ?? int.MaxValue, options.HistoryTokens);

    /// <summary>The same as one text: <c>Human: …</c> and <c>Assistant: …</c>, a line each.</summary>
    public string TextOf(IEnumerable<ChatTurn> turns)
        => string.Join('\n', turns.SelectMany(turn => new[] { $"{User}: {turn.Query}", $"{Assistant}: {turn.Answer}" }));
}
