namespace Middeck.Search.Vectors.Graph;

/// <summary>
/// Takes the links to removed vectors out of the graph, a few slots with each write, so that no write waits for the
/// whole. What a removed vector linked to takes its place, as in FreshDiskANN (Singh et al. 2021, arXiv:2105.09613,
/// algorithm 4). When all slots have been visited nothing leads to the removed ones, and they can be used again.
/// </summary>
internal sealed class TombstoneSweep(HnswGraph graph, ScratchPool pool)
{
    private const int DeadBeforeSweeping = 64;
    private const int SlotsForEachWrite = 8;
    private const int WritesAtOnce = 4;
    private const int CrossedAtMost = 256;

    private readonly StagedLinks _staged = new();
    private readonly List<int> _crossed = [];
    private int _next = HnswGraph.None;
    private int _writes;

    public bool IsUnderWay => _next != HnswGraph.None;

    public bool IsDone => _next >= graph.Slots.Used;

    /// <summary>Whether writes have come together that call for a part of the sweep.</summary>
    public bool IsDue(int writes)
    {
        // With a fifth dead, and an eighth more while the sweep runs, walks waste a third at most.
        if (!IsUnderWay && graph.Slots.Dead >= Math.Max(DeadBeforeSweeping, graph.Slots.Used / 5))
        {
            graph.Slots.BeginSweep();
            _next = 0;
        }

        _writes = IsUnderWay ? _writes + writes : 0;
        return _writes >= WritesAtOnce;
    }

    /// <summary>
    /// Works out the new neighbours of the next slots; the graph does not change before <see cref="Apply"/>.
    /// </summary>
    public void Prepare()
    {
        var scratch = pool.Rent();
        var end = Math.Min(graph.Slots.Used, _next + (_writes * SlotsForEachWrite));
        _writes = 0;
        for (; _next < end; _next++)
        {
            if (graph.Slots.StateOf(_next) is SlotState.Live or SlotState.Dead)
            {
                for (var level = graph.Links.LevelOf(_next); level >= 0; level--)
                {
                    Repair(_next, level, scratch);
                }
            }
        }

        pool.Return(scratch);
    }

    /// <summary>Writes the links, and frees the removed slots when nothing leads to them any more.</summary>
    public void Apply()
    {
        _staged.Apply(graph.Links);
        if (IsDone)
        {
            graph.EndSweep();
            _next = HnswGraph.None;
        }
    }

    private void Repair(int slot, int level, SearchScratch scratch)
    {
        var capacity = graph.Links.Capacity(level);
        _crossed.Clear();
        scratch.Visited.Clear(graph.Slots.Used);
        scratch.Visited.Add(slot);
        scratch.Beam.Reset(capacity * capacity);
        Gather(slot, slot, level, scratch);
        if (_crossed.Count == 0)
        {
            return;
        }

        // Where a whole neighbourhood was removed the way leads on across it, to the first that are still there.
        for (var index = 0; index < _crossed.Count && index < CrossedAtMost; index++)
        {
            if (index > capacity && scratch.Beam.Found.Length >= capacity)
            {
                break;
            }

            Gather(_crossed[index], slot, level, scratch);
        }

        if (scratch.Beam.Found.IsEmpty)
        {
            var own = graph.Slots.IdOf(slot);
            graph.Codes.SetQuery(scratch.Query, slot);
            GraphWalk.Along(
                graph, scratch, GraphWalk.Descend(graph, scratch, level), level, capacity, id => id != own);
        }

        var count = NeighbourSelection.Select(graph.Codes, scratch.Beam.Found, capacity, scratch.Selected);
        _staged.Add(slot, level, scratch.Selected.AsSpan(0, count));
    }

    private void Gather(int from, int slot, int level, SearchScratch scratch)
    {
        foreach (var link in graph.Links.Of(from, level))
        {
            if (!scratch.Visited.Add(link))
            {
                continue;
            }

            if (graph.Slots.StateOf(link) == SlotState.Dying)
            {
                _crossed.Add(link);
            }
            else if (from == slot || graph.Slots.IsLive(link))
            {
                scratch.Beam.Insert(new Neighbour(link, graph.Codes.Similarity(link, slot)));
            }
        }
    }
}
