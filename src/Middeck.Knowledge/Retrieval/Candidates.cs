using Middeck.Search;

namespace Middeck.Knowledge.Retrieval;

/// <summary>What the indexes of one base found.</summary>
/// <param name="ByWords">Best first; empty when the base is not searched by words.</param>
/// <param name="ByMeaning">Best first, with the cosine as score; empty when the base is not searched by meaning.</param>
/// <param name="Query">The query's vector behind <paramref name="ByMeaning"/>.</param>
internal sealed record Candidates(
    IReadOnlyList<ScoredId> ByWords, IReadOnlyList<ScoredId> ByMeaning, QueryVector? Query);
