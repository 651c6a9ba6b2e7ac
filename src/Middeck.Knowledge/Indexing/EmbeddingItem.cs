namespace Middeck.Knowledge.Indexing;

/// <summary>What has a vector: a chunk or a child.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Position">The chunk's.</param>
/// <param name="Text">What is embedded; null when the vector is there already.</param>
internal sealed record EmbeddingItem(Guid Id, int Position, string? Text);
