using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Documents;

/// <summary>Asks for all documents of a base to be cut anew. What was asked for single documents no longer holds.</summary>
public sealed record RechunkBase
{
    /// <summary>How, from now on also for new documents; null for as the base says already.</summary>
    public ChunkingSettings? Chunking { get; init; }
}
