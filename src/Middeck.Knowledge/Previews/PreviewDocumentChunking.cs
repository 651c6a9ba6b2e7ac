using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Previews;

/// <summary>Asks how a document that is there would be cut.</summary>
public sealed record PreviewDocumentChunking
{
    /// <summary>How it is cut; null for as it is now.</summary>
    public ChunkingSettings? Chunking { get; init; }

    /// <summary>How it is read; null for as its base says.</summary>
    public ReadingSettings? Reading { get; init; }
}
