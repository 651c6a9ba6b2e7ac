using System.Text.Json;

namespace Middeck.Studio.Dify;

/// <summary>The body of <c>POST /v1/chat-messages</c>. Everything may be missing; what is needed is checked by hand, to name the field.</summary>
public sealed record DifyChatRequest
{
    /// <summary>The question.</summary>
    public string? Query { get; init; }

    /// <summary>What was filled in.</summary>
    public JsonElement? Inputs { get; init; }

    /// <summary><c>blocking</c>, the default, or <c>streaming</c>.</summary>
    public string? ResponseMode { get; init; }

    /// <summary>The program's name for the person.</summary>
    public string? User { get; init; }

    /// <summary>The conversation to go on with; empty begins one.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The message that the question follows; empty or all zeros for the latest.</summary>
    public string? ParentMessageId { get; init; }

    /// <summary>What refers to files: <c>[{"type", "transfer_method", "url" | "upload_file_id"}]</c>.</summary>
    public JsonElement? Files { get; init; }

    /// <summary>Whether a new conversation is named after the question.</summary>
    public bool? AutoGenerateName { get; init; }
}
