using Middeck.Studio.Conversations;

namespace Middeck.Studio.Sites.Talk;

/// <summary>A visitor's conversation.</summary>
internal sealed record SiteConversation(
    Guid Id, string Name, int MessageCount, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static SiteConversation Of(ConversationRow row)
        => new(row.Id, row.Name, row.MessageCount, row.CreatedAt, row.UpdatedAt);
}
