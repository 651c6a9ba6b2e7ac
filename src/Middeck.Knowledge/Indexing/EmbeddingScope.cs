using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Indexing;

/// <summary>The chunks that get vectors: one generation of a document.</summary>
internal sealed record EmbeddingScope(Guid BaseId, Guid DocumentId, int Generation, int Chunks)
{
    /// <summary>Those that searches find.</summary>
    public static EmbeddingScope Present(DocumentRow row) => new(row.BaseId, row.Id, row.Generation, row.ChunkCount);

    /// <summary>Those that are being made.</summary>
    public static EmbeddingScope Next(DocumentRow row, int chunks) => new(row.BaseId, row.Id, row.Generation + 1, chunks);
}
