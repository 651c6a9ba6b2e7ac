using System.Text.Json.Serialization;

namespace Middeck.Studio.Chat;

internal sealed record MessageEndEvent(
    string Event,
    Guid TaskId,
    Guid Id,
    Guid MessageId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ConversationId,
    AnswerMetadata Metadata,
    IReadOnlyList<object> Files,
    long CreatedAt);
