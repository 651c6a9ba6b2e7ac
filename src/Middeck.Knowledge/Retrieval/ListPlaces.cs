using Middeck.Search;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Says where passages stood in the lists that they came from.</summary>
internal static class ListPlaces
{
    public static IReadOnlyList<Passage> Add(
        IReadOnlyList<Passage> passages, IReadOnlyList<RankedQuery> ranked, IReadOnlyList<ScoredId> fused)
    {
        var lists = ranked
            .SelectMany(static query => query.Meanings.Select(list => ("meaning", (string?)query.Query, list.Hits))
                .Prepend(("words", query.Query, query.Words)))
            .Append(("fused", null, fused))
            .Select(static list => (Name: list.Item1, Query: list.Item2, Hits: list.Item3, Ranks: RanksOf(list.Item3)))
            .ToList();
        return
        [
            .. passages.Select(passage => passage with
            {
                Places =
                [
                    .. lists.Select(list => (list, Rank: BestRank(passage, list.Ranks)))
                        .Where(static found => found.Rank > 0)
                        .Select(static found => new ListPlace(
                            found.list.Name,
                            found.list.Query,
                            found.Rank,
                            Math.Round(found.list.Hits[found.Rank - 1].Score, 4))),
                ],
            }),
        ];
    }

    /// <summary>Adds the place in a list over all passages.</summary>
    public static IReadOnlyList<Passage> AddOrder(IReadOnlyList<Passage> passages, string list)
        =>
        [
            .. passages.Select((passage, index) => passage with
            {
                Places = [.. passage.Places, new ListPlace(list, null, index + 1, Math.Round(passage.Score, 4))],
            }),
        ];

    private static Dictionary<Guid, int> RanksOf(IReadOnlyList<ScoredId> hits)
    {
        var ranks = new Dictionary<Guid, int>(hits.Count);
        for (var index = 0; index < hits.Count; index++)
        {
            ranks.TryAdd(hits[index].Id, index + 1);
        }

        return ranks;
    }

    private static int BestRank(Passage passage, Dictionary<Guid, int> ranks)
        => passage.Entries.Select(id => ranks.GetValueOrDefault(id, int.MaxValue)).Min() is var best && best < int.MaxValue
            ? best
            : 0;
}
