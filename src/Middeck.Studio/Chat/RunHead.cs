namespace Middeck.Studio.Chat;

/// <summary>What all events of a run say about it.</summary>
/// <param name="Id">The message's key, which is also the task's.</param>
/// <param name="ConversationId">Its conversation.</param>
/// <param name="ParentId">The message before it; null for the first.</param>
/// <param name="Mode">The kind of the app.</param>
/// <param name="Model"><c>provider/model</c>; null when the gateway chose without a name.</param>
/// <param name="CreatedAt">When it was asked.</param>
internal sealed record RunHead(
    Guid Id, Guid ConversationId, Guid? ParentId, string Mode, string? Model, DateTimeOffset CreatedAt);
