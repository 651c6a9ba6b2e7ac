namespace Middeck.Studio.Conversations;

/// <summary>The last message of the branch that is read.</summary>
internal sealed record CurrentMessage(Guid MessageId);
