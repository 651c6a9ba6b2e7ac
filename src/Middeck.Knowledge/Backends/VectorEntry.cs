namespace Middeck.Knowledge.Backends;

/// <summary>One chunk's vector.</summary>
/// <param name="Id">The chunk.</param>
/// <param name="DocumentId">The document that the chunk belongs to.</param>
/// <param name="Vector">As long as its collection says, every component finite; its length does not matter.</param>
internal sealed record VectorEntry(Guid Id, Guid DocumentId, ReadOnlyMemory<float> Vector);
