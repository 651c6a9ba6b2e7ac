using Middeck.Studio.Conversations;

namespace Middeck.Studio.Dify;

/// <summary>What somebody thought of an answer. An answer has one at most, so that its key names it.</summary>
internal sealed record DifyFeedback(
    Guid Id,
    Guid AppId,
    Guid ConversationId,
    Guid MessageId,
    string Rating,
    string? Content,
    string FromSource,
    Guid? FromEndUserId,
    Guid? FromAccountId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static DifyFeedback Of(FeedbackRow row) => new(
        row.MessageId, row.AppId, row.ConversationId, row.MessageId, row.Rating, row.Content,
        row.EndUserId is null ? "admin" : "user", row.EndUserId, row.UserId, row.CreatedAt, row.UpdatedAt);
}
