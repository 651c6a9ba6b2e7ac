namespace Middeck.Search.Vectors.Graph;

/// <summary>Finds the hits of a query: by a walk, or by looking at every vector where that is less work.</summary>
internal static class GraphSearch
{
    // A comparison of a walk costs about eight of a scan: it reads memory here and there, and keeps its heap.
    private const int ScanInsteadOfComparison = 8;

    // A walk compares about so many vectors for each one that its beam holds.
    private const int ComparisonsPerWidth = 16;

    /// <param name="graph">Not written to meanwhile.</param>
    /// <param name="scratch">Of this search alone.</param>
    /// <param name="unit">A unit vector.</param>
    /// <param name="limit">1 or more.</param>
    /// <param name="width">Of the beam, twice the limit at least.</param>
    /// <param name="filter">Which ids may be returned.</param>
    public static IReadOnlyList<ScoredId> Search(
        HnswGraph graph,
        SearchScratch scratch,
        ReadOnlySpan<float> unit,
        int limit,
        int width,
        Func<Guid, bool>? filter)
    {
        var slots = graph.Slots;
        graph.Codes.SetQuery(scratch.Query, unit);

        // Twice the limit, because the order changes when the exact scores replace those of the walk.
        width = (int)Math.Clamp(limit * 2L, Math.Max(width, 1), int.MaxValue);
        if (slots.Count <= (long)width * ComparisonsPerWidth)
        {
            return Scan(graph, scratch, limit, filter);
        }

        // A filter that lets few through, or only those far away, makes the walk wander: then the scan is cheaper, and
        // it misses none.
        var budget = filter is null ? int.MaxValue : slots.Used / ScanInsteadOfComparison;
        var start = GraphWalk.Descend(graph, scratch, toLevel: 0);
        var found = GraphWalk.Along(graph, scratch, start, level: 0, width, filter, budget);
        return found && scratch.Beam.Found.Length >= limit
            ? Best(graph, scratch, limit)
            : Scan(graph, scratch, limit, filter);
    }

    private static IReadOnlyList<ScoredId> Best(HnswGraph graph, SearchScratch scratch, int limit)
    {
        var found = scratch.Beam.Found;
        var top = new TopScores(limit, found.Length, filter: null);
        foreach (var candidate in found)
        {
            top.Offer(graph.Slots.IdOf(candidate.Slot), graph.Codes.Score(scratch.Query, candidate.Slot));
        }

        return top.ToSortedList();
    }

    private static IReadOnlyList<ScoredId> Scan(
        HnswGraph graph, SearchScratch scratch, int limit, Func<Guid, bool>? filter)
    {
        var slots = graph.Slots;
        var top = new TopScores(limit, slots.Count, filter: null);
        for (var slot = 0; slot < slots.Used; slot++)
        {
            if (slots.IsLive(slot) && (filter is null || filter(slots.IdOf(slot))))
            {
                top.Offer(slots.IdOf(slot), graph.Codes.Score(scratch.Query, slot));
            }
        }

        return top.ToSortedList();
    }
}
