using Middeck.Knowledge.Retrieval.Following;
using Middeck.Search;

namespace Middeck.Knowledge.Retrieval;

/// <summary>A base whose words are in PostgreSQL.</summary>
internal sealed class DatabaseIndex(Guid baseId, DatabaseWords words) : IBaseIndex
{
    // Not known without asking, and asking for more costs little here.
    public bool HasChildren => true;

    public Task<IReadOnlyList<ScoredId>> ByWordsAsync(
        string query, int limit, IReadOnlySet<Guid>? documents, CancellationToken cancellationToken)
        => words.SearchAsync(baseId, query, limit, documents, cancellationToken);

    public Task<IReadOnlyList<ScoredId>> ByMeaningAsync(
        QueryVector query, int limit, IReadOnlySet<Guid>? documents, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<ScoredId>>([]);
}
