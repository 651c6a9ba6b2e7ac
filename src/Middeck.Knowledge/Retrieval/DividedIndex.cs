using Middeck.Search;

namespace Middeck.Knowledge.Retrieval;

/// <summary>A base whose words are in one place and whose vectors in another.</summary>
internal sealed class DividedIndex(IBaseIndex words, IBaseIndex meaning) : IBaseIndex
{
    public bool HasChildren => words.HasChildren || meaning.HasChildren;

    public Task<IReadOnlyList<ScoredId>> ByWordsAsync(
        string query, int limit, IReadOnlySet<Guid>? documents, CancellationToken cancellationToken)
        => words.ByWordsAsync(query, limit, documents, cancellationToken);

    public Task<IReadOnlyList<ScoredId>> ByMeaningAsync(
        QueryVector query, int limit, IReadOnlySet<Guid>? documents, CancellationToken cancellationToken)
        => meaning.ByMeaningAsync(query, limit, documents, cancellationToken);
}
