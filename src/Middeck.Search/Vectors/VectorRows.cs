namespace Middeck.Search.Vectors;

/// <summary>
/// Vectors of one length, one behind the other in blocks. Blocks, because one array that doubles would need three times
/// its size while it grows, and no array holds more than eight million vectors of 256.
/// </summary>
internal sealed class VectorRows(int dimensions)
{
    private const int RowsPerBlock = 1024;
    private const int RowsAtFirst = 16;

    private readonly List<float[]> _blocks = [];

    public int Count { get; private set; }

    public long EstimatedBytes { get; private set; }

    /// <summary>
    /// The blocks with their rows, in the order of the rows; only the last may hold fewer than the others.
    /// </summary>
    public ReadOnlySpan<float> Block(int block)
        => _blocks[block].AsSpan(0, Math.Min(RowsPerBlock, Count - (block * RowsPerBlock)) * dimensions);

    public int BlockCount => (Count + RowsPerBlock - 1) / RowsPerBlock;

    public Span<float> Row(int row)
        => _blocks[row / RowsPerBlock].AsSpan(row % RowsPerBlock * dimensions, dimensions);

    /// <summary>Makes room for a row behind the last one and returns it.</summary>
    public Span<float> Append()
    {
        var block = Count / RowsPerBlock;
        var rowInBlock = Count % RowsPerBlock;
        if (block == _blocks.Count)
        {
            _blocks.Add([]);
        }

        if (rowInBlock * dimensions == _blocks[block].Length)
        {
            Grow(block, rowInBlock);
        }

        return Row(Count++);
    }

    public void RemoveLast()
    {
        Count--;

        // One empty block is kept, so that a row that comes and goes at the border does not allocate each time.
        if (_blocks.Count > BlockCount + 1)
        {
            EstimatedBytes -= _blocks[^1].Length * (long)sizeof(float);
            _blocks.RemoveAt(_blocks.Count - 1);
        }
    }

    // Small collections are many: their only block begins small.
    private void Grow(int block, int rows)
    {
        var grown = block > 0 ? RowsPerBlock : Math.Min(RowsPerBlock, Math.Max(RowsAtFirst, rows * 2));
        var larger = new float[grown * dimensions];
        _blocks[block].CopyTo(larger, 0);
        EstimatedBytes += (larger.Length - _blocks[block].Length) * (long)sizeof(float);
        _blocks[block] = larger;
    }
}
