namespace Middeck.Search.Lexical;

/// <summary>
/// In which slots a term stands and how often, in ascending order of the slots. The first posting stands in the struct,
/// because half of all terms have no other; the rest are bytes: the distance to the slot before, shifted left once with
/// the low bit set when the term stands there once, else followed by its frequency. Both are base-128 numbers.
/// </summary>
internal struct PostingList
{
    private const int ArrayOverhead = 24;

    private byte[]? _bytes;
    private int _used;
    private int _firstSlot;
    private int _firstFrequency;
    private int _lastSlot;

    /// <summary>The number of slots, removed ones included.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes it takes beside the struct.</summary>
    public readonly int HeapBytes => _bytes is null ? 0 : ArrayOverhead + _bytes.Length;

    /// <param name="slot">Higher than all before it.</param>
    /// <param name="frequency">1 or more.</param>
    public void Append(int slot, int frequency)
    {
        if (Count++ == 0)
        {
            _firstSlot = slot;
            _firstFrequency = frequency;
        }
        else
        {
            var distance = (uint)(slot - _lastSlot) << 1;
            Write(frequency == 1 ? distance | 1 : distance);
            if (frequency > 1)
            {
                Write((uint)frequency);
            }
        }

        _lastSlot = slot;
    }

    public readonly PostingReader Read() => new(_bytes.AsSpan(0, _used), Count, _firstSlot, _firstFrequency);

    private void Write(uint value)
    {
        const int WidestNumber = 5;
        if (_bytes is null || _bytes.Length - _used < WidestNumber)
        {
            Array.Resize(ref _bytes, Math.Max(8, _used + WidestNumber + (_used / 2)));
        }

        while (value >= 0x80)
        {
            _bytes[_used++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _bytes[_used++] = (byte)value;
    }
}
