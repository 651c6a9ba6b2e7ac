using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Middeck.Search.Vectors.Graph;

/// <summary>
/// The neighbours of every slot on each of its levels. A row of the ground level begins with the slot's level, the
/// first of its rows above (one for each level) and the number of its neighbours; a row above with the number alone.
/// </summary>
internal sealed unsafe class LinkTable(int neighbours)
{
    private const int LevelAt = 0;
    private const int FirstUpperAt = 1;
    private const int GroundHeader = 3;
    private const int UpperHeader = 1;
    private const int CacheLine = 64;

    private readonly PinnedRows _ground = new((GroundHeader + (2 * neighbours)) * sizeof(int));
    private readonly PinnedRows _upper = new((UpperHeader + neighbours) * sizeof(int));

    public int Count => _ground.Count;

    public long EstimatedBytes => _ground.EstimatedBytes + _upper.EstimatedBytes;

    /// <summary>
    /// How many neighbours a slot may have: twice as many on the ground, as in section 4.1 of the paper.
    /// </summary>
    public int Capacity(int level) => level == 0 ? 2 * neighbours : neighbours;

    public int LevelOf(int slot) => Ground(slot)[LevelAt];

    /// <summary>Makes room for a slot without neighbours.</summary>
    public void Append(int level)
    {
        var row = Ground(_ground.Append());
        row[LevelAt] = level;
        row[FirstUpperAt] = _upper.Count;
        for (var above = 0; above < level; above++)
        {
            _upper.Append();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> Of(int slot, int level)
    {
        var count = CountOf(slot, level);
        return new ReadOnlySpan<int>(count + 1, *count);
    }

    public void Set(int slot, int level, ReadOnlySpan<int> links)
    {
        var count = CountOf(slot, level);
        *count = links.Length;
        links.CopyTo(new Span<int>(count + 1, Capacity(level)));
    }

    /// <summary>Asks for the neighbours on the ground, which will be needed soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int slot)
    {
        if (Sse.IsSupported)
        {
            var row = _ground.Row(slot);
            for (var offset = 0; offset < _ground.BytesPerRow; offset += CacheLine)
            {
                Sse.Prefetch0(row + offset);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int* CountOf(int slot, int level) => level == 0
        ? Ground(slot) + GroundHeader - 1
        : (int*)_upper.Row(Ground(slot)[FirstUpperAt] + level - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int* Ground(int slot) => (int*)_ground.Row(slot);
}
