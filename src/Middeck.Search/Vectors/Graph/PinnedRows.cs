using System.Runtime.CompilerServices;

namespace Middeck.Search.Vectors.Graph;

/// <summary>
/// Rows of bytes of one length in blocks that the garbage collector does not move, so that a row has an address: only
/// an address can be fetched ahead of its use, and a walk through the graph waits for little else than memory.
/// </summary>
/// <remarks>
/// Appending may move rows: no address outlives it. An address is good while this object can be reached.
/// </remarks>
internal sealed unsafe class PinnedRows(int bytesPerRow)
{
    private const int BlockShift = 10;
    private const int RowsPerBlock = 1 << BlockShift;
    private const int RowsAtFirst = 16;

    private readonly List<byte[]> _blocks = [];
    private nint[] _starts = [];

    public int Count { get; private set; }

    public int BytesPerRow => bytesPerRow;

    public long EstimatedBytes { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Row(int row)
        => (byte*)_starts[row >> BlockShift] + ((nint)(row & (RowsPerBlock - 1)) * bytesPerRow);

    /// <summary>Makes room for a row of zeros behind the last one and returns its number.</summary>
    public int Append()
    {
        var block = Count >> BlockShift;
        var rowInBlock = Count & (RowsPerBlock - 1);
        if (block == _blocks.Count)
        {
            _blocks.Add([]);
        }

        if (rowInBlock * bytesPerRow == _blocks[block].Length)
        {
            Grow(block, rowInBlock);
        }

        return Count++;
    }

    public void CopyRow(int row, PinnedRows from, int fromRow)
        => new ReadOnlySpan<byte>(from.Row(fromRow), bytesPerRow).CopyTo(new Span<byte>(Row(row), bytesPerRow));

    // Small collections are many: their only block begins small.
    private void Grow(int block, int rows)
    {
        var grown = block > 0 ? RowsPerBlock : Math.Min(RowsPerBlock, Math.Max(RowsAtFirst, rows * 2));
        var larger = GC.AllocateArray<byte>(grown * bytesPerRow, pinned: true);
        _blocks[block].CopyTo(larger, 0);
        EstimatedBytes += larger.Length - _blocks[block].Length;
        _blocks[block] = larger;
        if (block == _starts.Length)
        {
            Array.Resize(ref _starts, Math.Max(4, block * 2));
        }

        _starts[block] = (nint)Unsafe.AsPointer(ref larger[0]);
    }
}
