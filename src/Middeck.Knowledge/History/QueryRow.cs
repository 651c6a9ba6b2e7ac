namespace Middeck.Knowledge.History;

/// <summary>A row of <c>knowledge.query</c>.</summary>
internal sealed record QueryRow(Guid WorkspaceId, Guid BaseId, AskedQuery Query);
