namespace Middeck.Studio.Sites.Shares;

/// <summary>A shared conversation as its readers see it.</summary>
internal sealed record SharedConversation(string Name, DateTimeOffset SharedAt, IReadOnlyList<SharedMessage> Messages);
