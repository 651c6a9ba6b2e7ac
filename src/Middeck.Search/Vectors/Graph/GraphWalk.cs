namespace Middeck.Search.Vectors.Graph;

/// <summary>Algorithm 2 of the paper: from a slot to the slots nearest to the query of the scratch.</summary>
internal static class GraphWalk
{
    /// <summary>Walks greedily from the entry down to a level; the slot it ends at.</summary>
    public static int Descend(HnswGraph graph, SearchScratch scratch, int toLevel)
    {
        var nearest = graph.Entry;
        var similarity = graph.Codes.Similarity(scratch.Query, nearest);
        for (var level = graph.TopLevel; level > toLevel; level--)
        {
            for (var wasCloser = true; wasCloser;)
            {
                wasCloser = false;
                foreach (var link in graph.Links.Of(nearest, level))
                {
                    var candidate = graph.Codes.Similarity(scratch.Query, link);
                    if (candidate > similarity)
                    {
                        (nearest, similarity, wasCloser) = (link, candidate, true);
                    }
                }
            }
        }

        return nearest;
    }

    /// <summary>
    /// Fills the beam with live slots of a level. Walks across all others, but does not count them.
    /// </summary>
    /// <param name="graph">Not empty.</param>
    /// <param name="scratch">With its query set.</param>
    /// <param name="start">A slot of the level.</param>
    /// <param name="level">0 is the ground.</param>
    /// <param name="width">Of the beam, 1 or more.</param>
    /// <param name="filter">Which ids may enter the beam.</param>
    /// <param name="budget">After so many comparisons it gives up.</param>
    /// <returns>False when it gave up.</returns>
    public static bool Along(
        HnswGraph graph,
        SearchScratch scratch,
        int start,
        int level,
        int width,
        Func<Guid, bool>? filter = null,
        int budget = int.MaxValue)
    {
        var (codes, query, visited) = (graph.Codes, scratch.Query, scratch.Visited);
        var (beam, frontier) = (scratch.Beam, scratch.Frontier);
        visited.Clear(graph.Slots.Used);
        beam.Reset(width);
        frontier.Clear();

        visited.Add(start);
        Meet(graph, scratch, new Neighbour(start, codes.Similarity(query, start)), filter);
        while (frontier.TryPop(out var nearest) && nearest.Similarity >= beam.Floor)
        {
            // All at once are asked for before the first is needed: the memory answers many questions in the time of
            // one.
            var fresh = scratch.Fresh.AsSpan();
            var count = 0;
            foreach (var link in graph.Links.Of(nearest.Slot, level))
            {
                if (visited.Add(link))
                {
                    codes.Prefetch(link);
                    fresh[count++] = link;
                }
            }

            budget -= count;
            if (budget < 0)
            {
                return false;
            }

            foreach (var slot in fresh[..count])
            {
                var similarity = codes.Similarity(query, slot);
                if (similarity > beam.Floor)
                {
                    Meet(graph, scratch, new Neighbour(slot, similarity), filter);
                }
            }
        }

        return true;
    }

    private static void Meet(HnswGraph graph, SearchScratch scratch, Neighbour met, Func<Guid, bool>? filter)
    {
        graph.Links.Prefetch(met.Slot);
        scratch.Frontier.Push(met);
        if (graph.Slots.IsLive(met.Slot) && (filter is null || filter(graph.Slots.IdOf(met.Slot))))
        {
            scratch.Beam.Insert(met);
        }
    }
}
