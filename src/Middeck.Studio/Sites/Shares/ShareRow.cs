namespace Middeck.Studio.Sites.Shares;

/// <summary>What a visitor lets others read: a conversation up to a message.</summary>
internal sealed record ShareRow(string Token, Guid ConversationId, Guid MessageId, string Name, DateTimeOffset CreatedAt);
