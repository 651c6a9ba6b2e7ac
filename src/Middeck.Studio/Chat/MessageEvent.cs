namespace Middeck.Studio.Chat;

internal sealed record MessageEvent(
    string Event,
    Guid TaskId,
    Guid Id,
    Guid MessageId,
    Guid ConversationId,
    string Answer,
    IReadOnlyList<string>? FromVariableSelector,
    long CreatedAt);
