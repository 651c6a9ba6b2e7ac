using Middeck.Search;

namespace Middeck.Knowledge.Backends;

/// <summary>
/// Keeps vectors of many collections. Each method has taken effect when it returns: the next search sees it. Each may be
/// called again with the same arguments, so a caller that does not know whether one succeeded repeats it.
/// </summary>
/// <remarks>
/// All methods fault with <c>knowledge.backend_failed</c> when the store does not do its part. A write that faults may have
/// happened in part.
/// </remarks>
internal interface IVectorStore
{
    /// <summary><c>memory</c>, <c>pgvector</c>, <c>weaviate</c> or <c>qdrant</c>.</summary>
    string Name { get; }

    /// <summary>Makes the collection when it is not there.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>knowledge.index_dimensions</c>: it is there with another length of vectors.</exception>
    Task EnsureAsync(VectorCollection collection, CancellationToken cancellationToken);

    /// <summary>Adds vectors, or replaces those that were there under the same ids. Of an id that comes twice the last counts.</summary>
    /// <exception cref="ArgumentException">A vector has another length than the collection, or a component that is not finite.</exception>
    /// <exception cref="Core.Errors.FaultException"><c>knowledge.index_missing</c>: nobody made the collection, or it was dropped.</exception>
    Task UpsertAsync(VectorCollection collection, IReadOnlyList<VectorEntry> entries, CancellationToken cancellationToken);

    /// <summary>Takes out all vectors of a document. It does not matter whether there are any, or the collection itself.</summary>
    Task RemoveDocumentAsync(VectorCollection collection, Guid documentId, CancellationToken cancellationToken);

    /// <summary>Takes out vectors. It does not matter whether they are there, or the collection itself.</summary>
    Task RemoveAsync(VectorCollection collection, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>
    /// The vectors with the highest cosine similarity (-1 to 1), best first, equal ones in any order. Stores with a graph index
    /// may miss one now and then. A collection that is not there has none.
    /// </summary>
    /// <param name="collection">Where to look.</param>
    /// <param name="query">As long as the collection says; one of zeros has no direction and finds nothing.</param>
    /// <param name="limit">At most this many, and at most 10,000; zero or less finds nothing.</param>
    /// <param name="documents">Only chunks of these documents; null: of all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The query has another length, or a component that is not finite.</exception>
    Task<IReadOnlyList<ScoredId>> SearchAsync(
        VectorCollection collection,
        ReadOnlyMemory<float> query,
        int limit,
        IReadOnlyCollection<Guid>? documents,
        CancellationToken cancellationToken);

    /// <summary>Takes out all collections of a base, whether or not there are any.</summary>
    Task DropAsync(Guid baseId, CancellationToken cancellationToken);
}
