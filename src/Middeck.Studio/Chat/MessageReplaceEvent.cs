namespace Middeck.Studio.Chat;

internal sealed record MessageReplaceEvent(
    string Event,
    Guid TaskId,
    Guid Id,
    Guid MessageId,
    Guid? ConversationId,
    string Answer,
    string Reason,
    long CreatedAt);
