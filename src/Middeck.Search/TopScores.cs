namespace Middeck.Search;

/// <summary>Keeps the best hits of a scan in a heap whose root is the worst of them.</summary>
internal ref struct TopScores(int limit, int candidates, Func<Guid, bool>? filter)
{
    private readonly ScoredId[] _heap = new ScoredId[Math.Max(0, Math.Min(limit, candidates))];
    private readonly Func<Guid, bool>? _filter = filter;
    private int _count;

    /// <summary>A score below this one cannot enter any more; a scan tests it before it looks up the id.</summary>
    public float Floor { get; private set; } = limit > 0 ? float.NegativeInfinity : float.PositiveInfinity;

    public void Offer(Guid id, float score)
    {
        var hit = new ScoredId(id, score);
        var full = _count == _heap.Length;
        if (full && (_count == 0 || !IsBetter(hit, _heap[0])))
        {
            return;
        }

        // Asked last: a filter may be a look-up in a large set, and most hits fail on their score.
        if (_filter is not null && !_filter(id))
        {
            return;
        }

        if (full)
        {
            SiftDown(hit);
        }
        else
        {
            SiftUp(hit);
        }

        if (_count == _heap.Length)
        {
            Floor = _heap[0].Score;
        }
    }

    public readonly IReadOnlyList<ScoredId> ToSortedList()
    {
        var sorted = _heap[.._count];
        Array.Sort(sorted, static (a, b) => IsBetter(a, b) ? -1 : IsBetter(b, a) ? 1 : 0);
        return sorted;
    }

    // The id decides between equal scores, so that the answer does not depend on the history of the index.
    private static bool IsBetter(ScoredId a, ScoredId b)
        => a.Score > b.Score || (a.Score == b.Score && a.Id.CompareTo(b.Id) < 0);

    private void SiftUp(ScoredId hit)
    {
        var child = _count++;
        while (child > 0)
        {
            var parent = (child - 1) / 2;
            if (!IsBetter(_heap[parent], hit))
            {
                break;
            }

            _heap[child] = _heap[parent];
            child = parent;
        }

        _heap[child] = hit;
    }

    private readonly void SiftDown(ScoredId hit)
    {
        var parent = 0;
        while (true)
        {
            var child = (2 * parent) + 1;
            if (child >= _count)
            {
                break;
            }

            if (child + 1 < _count && IsBetter(_heap[child], _heap[child + 1]))
            {
                child++;
            }

            if (!IsBetter(hit, _heap[child]))
            {
                break;
            }

            _heap[parent] = _heap[child];
            parent = child;
        }

        _heap[parent] = hit;
    }
}
