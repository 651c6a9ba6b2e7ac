namespace Middeck.Search.Vectors.Graph;

/// <summary>
/// Takes the links to removed vectors out of the graph, a few slots with each write, so that no write waits for the
/// whole. What a removed vector linked to takes its place, as in FreshDiskANN (Singh et al. 2021, arXiv:2105.09613,
/// algorithm 4). When all slots have been visited nothing leads to the removed ones, and they can be used again.
/// </summary>
internal sealed class TombstoneSweep(HnswGraph graph, ScratchPool pool)
{
    private const int DeadBeforeSweeping = 64;
    private const int SlotsPerWrite = 8;

    private readonly StagedLinks _staged = new();
    private readonly List<int> _crossed = [];
    private int _next = HnswGraph.None;

    public bool IsUnderWay => _next != HnswGraph.None;

    /// <summary>With a fifth dead, and an eighth more while the sweep runs, walks waste a third at most.</summary>
    public bool IsWorthwhile => graph.Slots.Dead >= Math.Max(DeadBeforeSweeping, graph.Slots.Used / 5);

    public bool IsDone => _next >= graph.Slots.Used;

    public void Begin()
    {
        graph.Slots.BeginSweep();
        _next = 0;
    }

    /// <summary>Works out the new neighbours of the next slots; the graph does not change before <see cref="Apply"/>.</summary>
    public void Prepare()
    {
        var scratch = pool.Rent();
        for (var end = Math.Min(graph.Slots.Used, _next + SlotsPerWrite); _next < end; _next++)
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

    public void Apply() => _staged.Apply(graph.Links);

    public void End()
    {
        graph.EndSweep();
        _next = HnswGraph.None;
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
        for (var index = 0; index < _crossed.Count; index++)
        {
            if (index > capacity && scratch.Beam.Found.Length >= capacity)
            {
                break;
            }

            Gather(_crossed[index], slot, level, scratch);
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
