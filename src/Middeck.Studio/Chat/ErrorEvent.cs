namespace Middeck.Studio.Chat;

internal sealed record ErrorEvent(
    string Event,
    Guid TaskId,
    Guid MessageId,
    Guid ConversationId,
    int Status,
    string Code,
    string Message,
    long CreatedAt);
