namespace Middeck.Knowledge.Indexing;

/// <summary>A row of <c>knowledge.child</c> that is to be written.</summary>
internal sealed record ChildRow(Guid ChunkId, ChildKind Kind, int Position, string Content, int? Start);
