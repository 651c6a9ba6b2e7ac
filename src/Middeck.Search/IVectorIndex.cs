namespace Middeck.Search;

/// <summary>Finds the vectors that point the same way. Safe for many readers beside one writer.</summary>
public interface IVectorIndex
{
    /// <summary>How many vectors the index holds.</summary>
    int Count { get; }

    /// <summary>The length of every vector in the index.</summary>
    int Dimensions { get; }

    /// <summary>
    /// About how many bytes of memory the index takes; what eviction under a memory limit counts with.
    /// </summary>
    long EstimatedBytes { get; }

    /// <summary>Adds a vector, or replaces the one that was there under the same id.</summary>
    /// <exception cref="ArgumentException">
    /// The length is not <see cref="Dimensions"/>, or a component is not finite.
    /// </exception>
    void Upsert(Guid id, ReadOnlySpan<float> vector);

    /// <summary>Takes a vector out. False when the id was not there.</summary>
    bool Remove(Guid id);

    /// <summary>
    /// The <paramref name="limit"/> vectors with the highest cosine similarity (-1 to 1), best first; equal scores in
    /// the order of their ids. A query of zeros has no direction and finds nothing.
    /// </summary>
    /// <param name="query">A vector of <see cref="Dimensions"/> finite components; its length does not matter.</param>
    /// <param name="limit">At most this many; zero or less finds nothing.</param>
    /// <param name="filter">
    /// Says which ids may be returned. It is asked while the index is being read, so it must not write to the index.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The length is not <see cref="Dimensions"/>, or a component is not finite.
    /// </exception>
    IReadOnlyList<ScoredId> Search(ReadOnlySpan<float> query, int limit, Func<Guid, bool>? filter = null);
}
