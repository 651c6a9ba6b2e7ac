using Middeck.Knowledge.Backends;
using Middeck.Search;

namespace Middeck.Knowledge.Retrieval;

/// <summary>A base in the back ends that the configuration chose.</summary>
internal sealed class BackendIndex(Guid baseId, IVectorStore vectors, ITextStore texts) : IBaseIndex
{
    // Not known without asking, and asking for more costs little here.
    public bool HasChildren => true;

    public Task<IReadOnlyList<ScoredId>> ByWordsAsync(
        string query, int limit, IReadOnlySet<Guid>? documents, CancellationToken cancellationToken)
        => texts.SearchAsync(baseId, query, limit, documents, cancellationToken);

    public Task<IReadOnlyList<ScoredId>> ByMeaningAsync(
        QueryVector query, int limit, IReadOnlySet<Guid>? documents, CancellationToken cancellationToken)
        => vectors.SearchAsync(
            new VectorCollection(baseId, query.Key, query.Vector.Length), query.Vector, limit, documents, cancellationToken);
}
