using System.Text.Json.Serialization;

namespace Middeck.Studio.Chat;

internal sealed record ErrorEvent(
    string Event,
    Guid TaskId,
    Guid MessageId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ConversationId,
    int Status,
    string Code,
    string Message,
    long CreatedAt)
{
    /// <summary>Where the error log has it; only in the console's stream.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; init; }
}
