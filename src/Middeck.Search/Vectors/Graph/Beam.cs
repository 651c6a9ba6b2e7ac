namespace Middeck.Search.Vectors.Graph;

/// <summary>The best slots a walk has found, best first, at most as many as the beam is wide.</summary>
internal sealed class Beam
{
    private Neighbour[] _found = [];
    private int _width;
    private int _count;

    public ReadOnlySpan<Neighbour> Found => _found.AsSpan(0, _count);

    public bool IsFull => _count == _width;

    /// <summary>What a slot must exceed to enter.</summary>
    public float Floor { get; private set; }

    public long EstimatedBytes => _found.Length * 8L;

    public void Reset(int width)
    {
        if (_found.Length < width)
        {
            _found = new Neighbour[width];
        }

        _width = width;
        _count = 0;
        Floor = float.NegativeInfinity;
    }

    // A sorted array, not a heap: moving some hundred bytes costs no more than sifting, and the selection of
    // neighbours wants the order.
    public void Insert(Neighbour neighbour)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_found[middle].Similarity < neighbour.Similarity)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        if (low == _width)
        {
            return;
        }

        _count = Math.Min(_count + 1, _width);
        _found.AsSpan(low, _count - 1 - low).CopyTo(_found.AsSpan(low + 1));
        _found[low] = neighbour;
        Floor = IsFull ? _found[_count - 1].Similarity : float.NegativeInfinity;
    }
}
