using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Ingestion;

/// <summary>A generation whose chunks are all there.</summary>
internal sealed record FinishedGeneration(
    string TextKey, TextFacts Text, int Chunks, ChunkingSettings Chunking, string? Warning);
