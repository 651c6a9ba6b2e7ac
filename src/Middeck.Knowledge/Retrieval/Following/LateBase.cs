namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>A base whose index has not come as far as its rows.</summary>
internal sealed record LateBase(Guid WorkspaceId, Guid Id, string Name);
