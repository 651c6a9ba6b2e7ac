namespace Middeck.Search.Vectors.Graph;

/// <summary>
/// New neighbours of slots that searches may be reading: worked out beside the searches, written between them.
/// </summary>
internal sealed class StagedLinks
{
    private const int Header = 3;

    // The slot, the level, the number of its neighbours and these, one behind the other.
    private int[] _numbers = new int[256];
    private int _used;

    public long EstimatedBytes => _numbers.Length * (long)sizeof(int);

    public void Add(int slot, int level, ReadOnlySpan<int> links)
    {
        var needed = _used + Header + links.Length;
        if (needed > _numbers.Length)
        {
            Array.Resize(ref _numbers, needed * 2);
        }

        _numbers[_used] = slot;
        _numbers[_used + 1] = level;
        _numbers[_used + 2] = links.Length;
        links.CopyTo(_numbers.AsSpan(_used + Header));
        _used = needed;
    }

    public void Apply(LinkTable links)
    {
        for (var at = 0; at < _used;)
        {
            var count = _numbers[at + 2];
            links.Set(_numbers[at], _numbers[at + 1], _numbers.AsSpan(at + Header, count));
            at += Header + count;
        }

        _used = 0;
    }
}
