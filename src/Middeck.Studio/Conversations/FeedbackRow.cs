namespace Middeck.Studio.Conversations;

/// <summary>What somebody thought of an answer.</summary>
internal sealed record FeedbackRow(
    Guid MessageId,
    Guid AppId,
    Guid ConversationId,
    string Rating,
    string? Content,
    Guid? UserId,
    Guid? EndUserId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
