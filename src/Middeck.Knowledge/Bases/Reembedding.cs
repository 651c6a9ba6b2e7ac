namespace Middeck.Knowledge.Bases;

/// <summary>The vectors of another model that are being made beside the present ones.</summary>
/// <param name="Model">The model that takes over when all are there; null when the last change was given up.</param>
/// <param name="Done">Chunks that have them.</param>
/// <param name="Total">Chunks in all.</param>
/// <param name="Error">Why the last change was given up.</param>
internal sealed record Reembedding(string? Model, long Done, long Total, string? Error)
{
    public static Reembedding? Of(KnowledgeBaseRow row)
        => row.NextEmbeddingModel is null && row.ReembeddingError is null
            ? null
            : new Reembedding(row.NextEmbeddingModel, row.ReembeddingDone, row.ReembeddingTotal, row.ReembeddingError);
}
