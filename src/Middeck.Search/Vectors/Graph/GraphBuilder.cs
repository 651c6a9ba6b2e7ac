namespace Middeck.Search.Vectors.Graph;

/// <summary>
/// Algorithm 1 of the paper for several slots at once: each looks for its neighbours among the slots that are already
/// linked and among the others of its batch. The result is the same for any number of threads.
/// </summary>
internal sealed class GraphBuilder(HnswGraph graph, ScratchPool pool, int candidates)
{
    /// <summary>How many slots are linked at once: more keep many threads busy, fewer see more of each other.</summary>
    public const int LargestBatch = 256;

    private readonly List<(int Level, int Target, int Source)> _backLinks = [];
    private readonly List<Range> _targets = [];
    private readonly StagedLinks _staged = new();

    public long EstimatedBytes
        => _staged.EstimatedBytes + (_backLinks.Capacity * 12L) + (_targets.Capacity * 8L);

    /// <summary>
    /// Gives the slots their neighbours and works out how those link back. The graph that searches read does not
    /// change before <see cref="Apply"/>.
    /// </summary>
    public void Prepare(int[] batch, int threads)
    {
        ForEach(batch.Length, threads, index => Link(batch, index));
        CollectBackLinks(batch);
        ForEach(_targets.Count, threads, index => LinkBack(_targets[index]));
    }

    /// <summary>Lets searches reach the slots.</summary>
    public void Apply(int[] batch)
    {
        _staged.Apply(graph.Links);
        foreach (var slot in batch)
        {
            graph.OfferEntry(slot);
        }
    }

    // Writes only to the rows of its own slot, which no link leads to yet.
    private void Link(int[] batch, int index)
    {
        var slot = batch[index];
        var scratch = pool.Rent();
        var (top, linked) = (graph.Links.LevelOf(slot), graph.TopLevel);
        graph.Codes.SetQuery(scratch.Query, slot);
        var start = graph.Entry == HnswGraph.None ? HnswGraph.None : GraphWalk.Descend(graph, scratch, top);
        for (var level = top; level >= 0; level--)
        {
            if (level <= linked)
            {
                GraphWalk.Along(graph, scratch, start, level, candidates);
                start = scratch.Beam.Found is [var nearest, ..] ? nearest.Slot : start;
            }
            else
            {
                scratch.Beam.Reset(candidates);
            }

            AddMates(batch, index, level, scratch);
            var capacity = graph.Links.Capacity(level) / (level == 0 ? 2 : 1);
            var count = NeighbourSelection.Select(graph.Codes, scratch.Beam.Found, capacity, scratch.Selected);
            graph.Links.Set(slot, level, scratch.Selected.AsSpan(0, count));
        }

        pool.Return(scratch);
    }

    private void AddMates(int[] batch, int index, int level, SearchScratch scratch)
    {
        foreach (var mate in batch)
        {
            if (mate != batch[index] && graph.Links.LevelOf(mate) >= level)
            {
                var similarity = graph.Codes.Similarity(mate, batch[index]);
                if (similarity > scratch.Beam.Floor)
                {
                    scratch.Beam.Insert(new Neighbour(mate, similarity));
                }
            }
        }
    }

    private void CollectBackLinks(int[] batch)
    {
        _backLinks.Clear();
        _targets.Clear();
        foreach (var slot in batch)
        {
            for (var level = graph.Links.LevelOf(slot); level >= 0; level--)
            {
                foreach (var target in graph.Links.Of(slot, level))
                {
                    _backLinks.Add((level, target, slot));
                }
            }
        }

        _backLinks.Sort();
        for (var start = 0; start < _backLinks.Count;)
        {
            var (level, target, _) = _backLinks[start];
            var end = start + 1;
            while (end < _backLinks.Count && _backLinks[end].Level == level && _backLinks[end].Target == target)
            {
                end++;
            }

            _targets.Add(start..end);
            start = end;
        }
    }

    private void LinkBack(Range range)
    {
        var scratch = pool.Rent();
        var (offset, length) = range.GetOffsetAndLength(_backLinks.Count);
        var (level, target, _) = _backLinks[offset];
        var present = graph.Links.Of(target, level);
        var capacity = graph.Links.Capacity(level);
        var beam = scratch.Beam;
        beam.Reset(present.Length + length);
        foreach (var slot in present)
        {
            beam.Insert(new Neighbour(slot, graph.Codes.Similarity(slot, target)));
        }

        for (var index = offset; index < offset + length; index++)
        {
            var source = _backLinks[index].Source;
            if (!present.Contains(source))
            {
                beam.Insert(new Neighbour(source, graph.Codes.Similarity(source, target)));
            }
        }

        var links = scratch.Selected.AsSpan();
        var count = beam.Found.Length;
        if (count > capacity)
        {
            count = NeighbourSelection.Select(graph.Codes, beam.Found, capacity, links);
        }
        else
        {
            for (var index = 0; index < count; index++)
            {
                links[index] = beam.Found[index].Slot;
            }
        }

        lock (_staged)
        {
            _staged.Add(target, level, links[..count]);
        }

        pool.Return(scratch);
    }

    private static void ForEach(int count, int threads, Action<int> action)
    {
        if (threads > 1 && count > 1)
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, action);
            return;
        }

        for (var index = 0; index < count; index++)
        {
            action(index);
        }
    }
}
