using System.Runtime.CompilerServices;

namespace Middeck.Search.Vectors.Graph;

/// <summary>
/// Which slots a walk has seen: a bit each, so that those of a million slots fit the cache, and clearing them takes
/// microseconds.
/// </summary>
internal sealed class VisitedSlots
{
    private ulong[] _bits = [];

    public long EstimatedBytes => _bits.Length * (long)sizeof(ulong);

    public void Clear(int slots)
    {
        var words = (slots + 63) / 64;
        if (_bits.Length < words)
        {
            _bits = new ulong[words + (words / 4)];
        }

        _bits.AsSpan(0, words).Clear();
    }

    /// <summary>False when it was seen before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int slot)
    {
        ref var word = ref _bits[slot >> 6];
        var bit = 1ul << slot;
        if ((word & bit) != 0)
        {
            return false;
        }

        word |= bit;
        return true;
    }
}
