namespace Middeck.Search;

/// <summary>Finds texts by their words. Safe for many readers beside one writer.</summary>
public interface ITextIndex
{
    /// <summary>How many texts the index holds.</summary>
    int Count { get; }

    /// <summary>
    /// About how many bytes of memory the index takes; what eviction under a memory limit counts with.
    /// </summary>
    long EstimatedBytes { get; }

    /// <summary>Adds a text, or replaces the one that was there under the same id.</summary>
    void Upsert(Guid id, string text);

    /// <summary>Takes a text out. False when the id was not there.</summary>
    bool Remove(Guid id);

    /// <summary>
    /// The best <paramref name="limit"/> texts that share at least one word with the query, best first; equal scores
    /// in the order of their ids.
    /// </summary>
    /// <param name="query">Free text; a query without a single word finds nothing.</param>
    /// <param name="limit">At most this many; zero or less finds nothing.</param>
    /// <param name="filter">
    /// Says which ids may be returned. It is asked while the index is being read, so it must not write to the index.
    /// </param>
    IReadOnlyList<ScoredId> Search(string query, int limit, Func<Guid, bool>? filter = null);
}
