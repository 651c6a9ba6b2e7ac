using Middeck.Search;
using Middeck.Search.Fusion;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Makes one list of what several ways to ask the same found.</summary>
internal static class QueryFusion
{
    public static IReadOnlyList<ScoredId> Fuse(IReadOnlyList<RankedQuery> ranked)
    {
        if (ranked is [var only])
        {
            return only.Fused;
        }

        // The places decide; the score is the best that any of the queries gave, and falls along the list.
        var best = new Dictionary<Guid, float>();
        foreach (var hit in ranked.SelectMany(static query => query.Fused))
        {
            best[hit.Id] = Math.Max(best.GetValueOrDefault(hit.Id), hit.Score);
        }

        var fused = ReciprocalRankFusion.Fuse(
            [.. ranked.Select(static query => new RankedList(ReciprocalRankFusion.TrustedWeight, query.Fused))], best.Count);
        var floor = 1f;
        return [.. fused.Select(hit => hit with { Score = floor = Math.Min(floor, best[hit.Id]) })];
    }
}
