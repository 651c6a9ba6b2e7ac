using System.Text.Json.Serialization;

namespace Middeck.Studio.Chat;

internal sealed record MessageEvent(
    string Event,
    Guid TaskId,
    Guid Id,
    Guid MessageId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ConversationId,
    string Answer,
    IReadOnlyList<string>? FromVariableSelector,
    long CreatedAt);
