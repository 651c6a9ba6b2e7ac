using Middeck.Knowledge.Bases;
using Middeck.Search;
using Middeck.Search.Reranking;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Ranks what words and meaning found by the weighted sum of a cosine and a word score, each from 0 to 1.</summary>
internal static class WeightedRanking
{
    /// <param name="ranked">What was found, in its lists.</param>
    /// <param name="weights">What counts how much.</param>
    /// <param name="live">All that was found.</param>
    /// <param name="cosines">Of every entry that has a vector; one that only the words found too.</param>
    public static RankedQuery Rank(
        RankedQuery ranked,
        HybridWeights weights,
        IReadOnlyDictionary<Guid, LiveEntry> live,
        IReadOnlyDictionary<Guid, float> cosines)
    {
        Guid[] ids = [.. ranked.Fused.Select(static hit => hit.Id)];
        var words = LexicalRerank.Score(ranked.Query, [.. ids.Select(id => live[id].Text)]);
        return ranked with
        {
            Fused =
            [
                .. ids.Select((id, index) => new ScoredId(
                        id,
                        (float)Math.Clamp(
                            (weights.Vector * Math.Max(0, cosines.GetValueOrDefault(id))) + (weights.Keyword * words[index]),
                            0,
                            1)))
                    .OrderByDescending(static hit => hit.Score)
                    .ThenBy(static hit => hit.Id),
            ],
        };
    }
}
