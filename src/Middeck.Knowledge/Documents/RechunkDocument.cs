using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Documents;

/// <summary>Asks for a document to be cut anew.</summary>
public sealed record RechunkDocument
{
    /// <summary>How, for this document alone; null for as its base says.</summary>
    public ChunkingSettings? Chunking { get; init; }
}
