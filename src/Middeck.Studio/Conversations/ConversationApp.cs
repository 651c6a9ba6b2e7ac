namespace Middeck.Studio.Conversations;

/// <summary>The app that a conversation is with.</summary>
internal sealed record ConversationApp(Guid Id, string Name, string? Icon);
