using Middeck.Search;
using Middeck.Search.Fusion;

namespace Middeck.Knowledge.Retrieval;

/// <summary>
/// Makes one list of what all bases found, by words and by meaning. The scores say how well a passage fits, from 0 to 1: the
/// first gets its own relevance and the others their share of it, so that they fall along the list and compare between queries.
/// </summary>
internal static class Ranking
{
    public static RankedQuery Rank(
        string query, IReadOnlyList<Candidates> candidates, IReadOnlyDictionary<Guid, LiveEntry> live)
    {
        var words = WordRanking.Rank(query, candidates, live);
        var meanings = MeaningLists(candidates, live);
        return new RankedQuery(query, words, meanings, Fuse(query, words, meanings, live));
    }

    private static IReadOnlyList<ScoredId> Fuse(
        string query, List<ScoredId> words, List<RankedList> meanings, IReadOnlyDictionary<Guid, LiveEntry> live)
    {
        if (words.Count == 0 && meanings is [var only])
        {
            // One list of cosines needs no fusion, and its scores are absolute already.
            return [.. only.Hits.Select(static hit => hit with { Score = Math.Clamp(hit.Score, 0, 1) })];
        }

        var fused = ReciprocalRankFusion.Fuse(
            [new RankedList(ReciprocalRankFusion.TrustedWeight, words), .. meanings], live.Count);
        return fused.Count == 0 ? fused : Scale(fused, words, meanings, WordCoverage.Of(query, live[fused[0].Id].Text));
    }

    // Cosines of one model compare over all bases.
    private static List<RankedList> MeaningLists(
        IReadOnlyList<Candidates> candidates, IReadOnlyDictionary<Guid, LiveEntry> live)
        =>
        [
            .. candidates
                .Where(static found => found.ByMeaning.Count > 0)
                .GroupBy(static found => found.Query!.Key)
                .Select(group => new RankedList(
                    group.First().Query!.IsBuiltin
                        ? ReciprocalRankFusion.LexicalEmbeddingWeight
                        : ReciprocalRankFusion.TrustedWeight,
                    [
                        .. group.SelectMany(static found => found.ByMeaning)
                            .Where(hit => live.ContainsKey(hit.Id))
                            .OrderByDescending(static hit => hit.Score)
                            .ThenBy(static hit => hit.Id),
                    ])),
        ];

    private static List<ScoredId> Scale(
        IReadOnlyList<ScoredId> fused, List<ScoredId> words, List<RankedList> meanings, double coverage)
    {
        var trusted = meanings.Where(static list => list.Weight == ReciprocalRankFusion.TrustedWeight).ToList();
        var cosine = trusted.SelectMany(static list => list.Hits)
            .FirstOrDefault(hit => hit.Id == fused[0].Id).Score;
        var relevance = (float)Math.Clamp(Math.Max(coverage, cosine), 0, 1);

        // Ranks fall slowly (1/61, 1/62, …): where the words lead, their own scores tell the distance better.
        var byWords = words.ToDictionary(static hit => hit.Id, static hit => hit.Score);
        var wordsLead = trusted.Count == 0 && words is [{ Score: > 0 }, ..];
        var floor = relevance;
        return
        [
            .. fused.Select(hit =>
            {
                var share = wordsLead
                    ? byWords.GetValueOrDefault(hit.Id, words[0].Score * ReciprocalRankFusion.LexicalEmbeddingWeight) / words[0].Score
                    : hit.Score / fused[0].Score;
                floor = Math.Min(floor, relevance * share);
                return hit with { Score = floor };
            }),
        ];
    }
}
