namespace Middeck.Search.Vectors.Graph;

/// <summary>The slots a walk has seen but whose neighbours it has not: a heap, nearest first.</summary>
internal sealed class Frontier
{
    private Neighbour[] _heap = new Neighbour[256];
    private int _count;

    public long EstimatedBytes => _heap.Length * 8L;

    public void Clear() => _count = 0;

    public void Push(Neighbour neighbour)
    {
        if (_count == _heap.Length)
        {
            Array.Resize(ref _heap, _count * 2);
        }

        var child = _count++;
        while (child > 0)
        {
            var parent = (child - 1) / 2;
            if (_heap[parent].Similarity >= neighbour.Similarity)
            {
                break;
            }

            _heap[child] = _heap[parent];
            child = parent;
        }

        _heap[child] = neighbour;
    }

    public bool TryPop(out Neighbour nearest)
    {
        if (_count == 0)
        {
            nearest = default;
            return false;
        }

        nearest = _heap[0];
        var last = _heap[--_count];
        var parent = 0;
        while (true)
        {
            var child = (2 * parent) + 1;
            if (child >= _count)
            {
                break;
            }

            if (child + 1 < _count && _heap[child + 1].Similarity > _heap[child].Similarity)
            {
                child++;
            }

            if (_heap[child].Similarity <= last.Similarity)
            {
                break;
            }

            _heap[parent] = _heap[child];
            parent = child;
        }

        _heap[parent] = last;
        return true;
    }
}
