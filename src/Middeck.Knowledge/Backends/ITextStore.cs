using Middeck.Search;

namespace Middeck.Knowledge.Backends;

/// <summary>
/// Keeps the texts of many knowledge bases and finds them by their words. Each method has taken effect when it returns: the
/// next search sees it. Each may be called again with the same arguments.
/// </summary>
/// <remarks>
/// All methods fault with <c>knowledge.backend_failed</c> when the store does not do its part. A write that faults may have
/// happened in part.
/// </remarks>
internal interface ITextStore
{
    /// <summary><c>memory</c> or <c>opensearch</c>.</summary>
    string Name { get; }

    /// <summary>Makes the base's index when it is not there.</summary>
    Task EnsureAsync(Guid baseId, CancellationToken cancellationToken);

    /// <summary>Adds texts, or replaces those that were there under the same ids. Of an id that comes twice the last counts.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>knowledge.index_missing</c>: nobody made the index, or it was dropped.</exception>
    Task UpsertAsync(Guid baseId, IReadOnlyList<TextEntry> entries, CancellationToken cancellationToken);

    /// <summary>Takes out all texts of a document. It does not matter whether there are any, or the index itself.</summary>
    Task RemoveDocumentAsync(Guid baseId, Guid documentId, CancellationToken cancellationToken);

    /// <summary>Takes out texts. It does not matter whether they are there, or the index itself.</summary>
    Task RemoveAsync(Guid baseId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>
    /// The texts that share at least one word with the query, by BM25, best first, equal ones in any order. Where words end, and
    /// which are too common to count, is the store's choice. A base without an index has none.
    /// </summary>
    /// <param name="baseId">Where to look.</param>
    /// <param name="query">Free text; a query without a single word finds nothing.</param>
    /// <param name="limit">At most this many, and at most 10,000; zero or less finds nothing.</param>
    /// <param name="documents">Only chunks of these documents; null: of all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<ScoredId>> SearchAsync(
        Guid baseId, string query, int limit, IReadOnlyCollection<Guid>? documents, CancellationToken cancellationToken);

    /// <summary>Takes out the base's index, whether or not there is one.</summary>
    Task DropAsync(Guid baseId, CancellationToken cancellationToken);
}
