using Middeck.Search;
using Middeck.Search.Fusion;

namespace Middeck.Knowledge.Retrieval;

/// <summary>What one query found over all bases, before and after its lists became one.</summary>
/// <param name="Query">The query.</param>
/// <param name="Words">Best first.</param>
/// <param name="Meanings">One list for each embedding model, best first.</param>
/// <param name="Fused">Best first, scores from 0 to 1.</param>
internal sealed record RankedQuery(
    string Query, IReadOnlyList<ScoredId> Words, IReadOnlyList<RankedList> Meanings, IReadOnlyList<ScoredId> Fused);
