using System.Text.Json.Serialization;
using Middeck.Studio.Files;

namespace Middeck.Studio.Chat;

/// <summary>A file that a tool made.</summary>
internal sealed record MessageFileEvent(
    string Event,
    Guid TaskId,
    Guid Id,
    Guid MessageId,
    Guid? ConversationId,
    FileKind Type,
    string BelongsTo,
    string Url)
{
    /// <summary>The same for the console; null in Dify's stream.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AppFile? File { get; init; }
}
