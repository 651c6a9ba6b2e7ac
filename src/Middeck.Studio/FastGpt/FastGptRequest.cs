using System.Text.Json;

namespace Middeck.Studio.FastGpt;

/// <summary>What FastGPT adds to OpenAI's body. Its <c>model</c> and <c>temperature</c> are not looked at.</summary>
public sealed record FastGptRequest
{
    /// <summary>Names a talk that the server remembers; then only the last message counts. At most 250 characters; null sends the whole talk.</summary>
    public string? ChatId { get; init; }

    /// <summary>The name that the caller gives to the answer.</summary>
    public string? ResponseChatItemId { get; init; }

    /// <summary>Whether the answer comes in pieces.</summary>
    public bool Stream { get; init; }

    /// <summary>Whether the parts of the app tell what they did.</summary>
    public bool Detail { get; init; }

    /// <summary>What is filled in, by its names.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>The caller's own name for the person.</summary>
    public string? CustomUid { get; init; }

    /// <summary>The talk in OpenAI's form.</summary>
    public JsonElement? Messages { get; init; }
}
