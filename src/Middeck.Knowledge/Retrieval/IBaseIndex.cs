using Middeck.Search;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Finds entries of one base: chunks, and the children that stand for their chunk.</summary>
internal interface IBaseIndex
{
    /// <summary>Whether chunks may be found by several entries, so that more must be asked for.</summary>
    bool HasChildren { get; }

    /// <summary>Best first; only of <paramref name="documents"/> unless null.</summary>
    Task<IReadOnlyList<ScoredId>> ByWordsAsync(
        string query, int limit, IReadOnlySet<Guid>? documents, CancellationToken cancellationToken);

    /// <summary>Best first, with the cosine as score; only of <paramref name="documents"/> unless null.</summary>
    Task<IReadOnlyList<ScoredId>> ByMeaningAsync(
        QueryVector query, int limit, IReadOnlySet<Guid>? documents, CancellationToken cancellationToken);
}
