namespace Middeck.Studio.Chat;

internal sealed record MessageEndEvent(
    string Event,
    Guid TaskId,
    Guid Id,
    Guid MessageId,
    Guid ConversationId,
    AnswerMetadata Metadata,
    IReadOnlyList<object> Files,
    long CreatedAt);
