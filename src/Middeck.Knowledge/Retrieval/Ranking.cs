using Middeck.Search;
using Middeck.Search.Fusion;
using Middeck.Search.Reranking;

namespace Middeck.Knowledge.Retrieval;

/// <summary>
/// Makes one list of what all bases found. The order is that of reciprocal rank fusion; the scores say how well a passage fits,
/// from 0 to 1, and so compare between queries: the first gets its own relevance, and the others their share of it.
/// </summary>
internal sealed class Ranking
{
    private readonly IReadOnlyDictionary<Guid, LiveChunk> _live;
    private readonly IReadOnlyList<Candidates> _candidates;
    private readonly Dictionary<Guid, float> _wordRelevance;
    private readonly Dictionary<Guid, float> _cosines = [];

    public Ranking(string query, IReadOnlyList<Candidates> candidates, IReadOnlyDictionary<Guid, LiveChunk> live)
    {
        (_candidates, _live) = (candidates, live);
        LiveChunk[] chunks = [.. live.Values];
        var scores = LexicalRerank.Score(query, [.. chunks.Select(static chunk => chunk.Content)]);
        _wordRelevance = Enumerable.Range(0, chunks.Length).ToDictionary(i => chunks[i].Id, i => scores[i]);
        foreach (var hit in candidates.Where(static found => found.Query is { IsBuiltin: false }).SelectMany(found => found.ByMeaning))
        {
            _cosines[hit.Id] = hit.Score;
        }
    }

    public IReadOnlyList<ScoredId> Rank(int limit)
    {
        var words = WordList();
        var meanings = MeaningLists();
        if (words.Count == 0 && meanings is [var only])
        {
            // One list of cosines needs no fusion, and its scores are absolute already.
            return [.. only.Hits.Take(limit).Select(static hit => hit with { Score = Math.Clamp(hit.Score, 0, 1) })];
        }

        var fused = words.Count > 0 && meanings.Count == 0
            ? [.. words.Take(limit)]
            : ReciprocalRankFusion.Fuse(
                [new RankedList(ReciprocalRankFusion.TrustedWeight, words), .. meanings], limit);
        return Scale(fused);
    }

    private IReadOnlyList<ScoredId> Scale(IReadOnlyList<ScoredId> fused)
    {
        if (fused is not [{ Score: > 0 } first, ..])
        {
            return fused;
        }

        var relevance = Math.Clamp(
            Math.Max(_wordRelevance[first.Id], _cosines.GetValueOrDefault(first.Id)), 0, 1);
        return [.. fused.Select(hit => hit with { Score = relevance * hit.Score / first.Score })];
    }

    // How rare a word is, is counted within a base, so the scores of two bases do not compare. Over several bases their
    // candidates are measured against each other instead.
    private List<ScoredId> WordList()
    {
        var hits = _candidates.SelectMany(static found => found.ByWords).Where(hit => _live.ContainsKey(hit.Id));
        return _candidates.Count(static found => found.ByWords.Count > 0) > 1
            ? Sorted(hits.Select(hit => hit with { Score = _wordRelevance[hit.Id] }))
            : [.. hits];
    }

    // Cosines of one model compare over all bases.
    private List<RankedList> MeaningLists()
        =>
        [
            .. _candidates
                .Where(static found => found.ByMeaning.Count > 0)
                .GroupBy(static found => found.Query!.Key)
                .Select(group => new RankedList(
                    group.First().Query!.IsBuiltin
                        ? ReciprocalRankFusion.LexicalEmbeddingWeight
                        : ReciprocalRankFusion.TrustedWeight,
                    Sorted(group.SelectMany(static found => found.ByMeaning).Where(hit => _live.ContainsKey(hit.Id))))),
        ];

    private static List<ScoredId> Sorted(IEnumerable<ScoredId> hits)
        => [.. hits.OrderByDescending(static hit => hit.Score).ThenBy(static hit => hit.Id)];
}
