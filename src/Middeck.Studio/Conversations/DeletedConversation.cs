namespace Middeck.Studio.Conversations;

/// <summary>What a conversation leaves behind.</summary>
/// <param name="Runs">Runs that were still going on in it.</param>
/// <param name="Objects">Contents that its rows pointed to.</param>
internal sealed record DeletedConversation(IReadOnlyList<Guid> Runs, IReadOnlyList<Guid> Objects);
