namespace Middeck.Search.Lexical;

/// <summary>
/// The texts of an index by slot number. A slot is used once: postings refer to it and stay behind when its text is
/// removed, until the index is compacted.
/// </summary>
internal sealed class TextSlots
{
    private const int Removed = -1;
    private const int BytesPerId = 48;

    private readonly Dictionary<Guid, int> _slots = [];
    private Guid[] _ids = new Guid[16];
    private int[] _lengths = new int[16];
    private long _totalLength;

    /// <summary>The slots handed out, those of removed texts included.</summary>
    public int Used { get; private set; }

    public int Count => _slots.Count;

    public bool HasRemoved => Used > Count;

    /// <summary>The mean number of terms of a text; 1 when no text has any, so that it can be divided by.</summary>
    public float AverageLength => _totalLength == 0 ? 1 : (float)((double)_totalLength / Count);

    /// <summary>The number of terms by slot; negative where the text was removed.</summary>
    public ReadOnlySpan<int> Lengths => _lengths.AsSpan(0, Used);

    public long EstimatedBytes => (_ids.Length * 20L) + (_slots.Capacity * (long)BytesPerId);

    public Guid IdOf(int slot) => _ids[slot];

    public bool IsRemoved(int slot) => _lengths[slot] == Removed;

    public int Add(Guid id, int length)
    {
        if (Used == _ids.Length)
        {
            Array.Resize(ref _ids, Used + (Used / 2));
            Array.Resize(ref _lengths, _ids.Length);
        }

        _slots.Add(id, Used);
        _ids[Used] = id;
        _lengths[Used] = length;
        _totalLength += length;
        return Used++;
    }

    public bool Remove(Guid id)
    {
        if (!_slots.Remove(id, out var slot))
        {
            return false;
        }

        _totalLength -= _lengths[slot];
        _lengths[slot] = Removed;
        return true;
    }
}
