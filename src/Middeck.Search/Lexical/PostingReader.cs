namespace Middeck.Search.Lexical;

/// <summary>Walks a <see cref="PostingList"/>.</summary>
internal ref struct PostingReader(ReadOnlySpan<byte> bytes, int count, int firstSlot, int firstFrequency)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;
    private int _left = count;
    private bool _isBehindFirst;

    public int Slot { get; private set; }

    public int Frequency { get; private set; }

    public bool MoveNext()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        if (!_isBehindFirst)
        {
            _isBehindFirst = true;
            Slot = firstSlot;
            Frequency = firstFrequency;
            return true;
        }

        var number = Next();
        Slot += (int)(number >> 1);
        Frequency = (number & 1) == 1 ? 1 : (int)Next();
        return true;
    }

    private uint Next()
    {
        uint value = _bytes[_position++];
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            uint part = _bytes[_position++];
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
