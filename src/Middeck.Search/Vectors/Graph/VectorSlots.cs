namespace Middeck.Search.Vectors.Graph;

/// <summary>Which id stands in which slot, and what may be done with a slot.</summary>
internal sealed class VectorSlots
{
    private const int BytesPerEntry = 32;
    private const int BytesPerSlot = 17;

    private readonly Dictionary<Guid, int> _slotOf = [];
    private readonly Stack<int> _free = [];
    private Guid[] _ids = new Guid[16];
    private SlotState[] _states = new SlotState[16];

    /// <summary>The slots there are, free ones included.</summary>
    public int Used { get; private set; }

    /// <summary>The live ones.</summary>
    public int Count => _slotOf.Count;

    public int Dead => Used - Count - _free.Count;

    public int Free => _free.Count;

    public long EstimatedBytes
        => (_ids.Length * (long)BytesPerSlot)
            + (_slotOf.Capacity * (long)BytesPerEntry)
            + (_free.Capacity * (long)sizeof(int));

    public Guid IdOf(int slot) => _ids[slot];

    public SlotState StateOf(int slot) => _states[slot];

    public bool IsLive(int slot) => _states[slot] == SlotState.Live;

    public int TakeFree() => _free.Pop();

    /// <summary>Adds a slot that can be taken.</summary>
    public void AppendFree() => _free.Push(Append());

    /// <summary>Gives a slot its id. The slot that had the id before is dead from now on.</summary>
    public void Occupy(int slot, Guid id)
    {
        Remove(id);
        _slotOf.Add(id, slot);
        _ids[slot] = id;
        _states[slot] = SlotState.Live;
    }

    public bool Remove(Guid id)
    {
        if (!_slotOf.Remove(id, out var slot))
        {
            return false;
        }

        _states[slot] = SlotState.Dead;
        return true;
    }

    /// <summary>
    /// Marks the dead: those are the ones that the sweep which begins will free. To searches both are the same.
    /// </summary>
    public void BeginSweep() => _states.AsSpan(0, Used).Replace(SlotState.Dead, SlotState.Dying);

    public void EndSweep()
    {
        for (var slot = 0; slot < Used; slot++)
        {
            if (_states[slot] == SlotState.Dying)
            {
                _states[slot] = SlotState.Free;
                _free.Push(slot);
            }
        }
    }

    /// <summary>Takes over a slot that is live or dead in another table.</summary>
    public void AppendCopy(VectorSlots from, int fromSlot)
    {
        var slot = Append();
        if (from.IsLive(fromSlot))
        {
            Occupy(slot, from.IdOf(fromSlot));
        }
        else
        {
            _states[slot] = from.StateOf(fromSlot);
        }
    }

    private int Append()
    {
        if (Used == _ids.Length)
        {
            Array.Resize(ref _ids, Used + (Used / 2));
            Array.Resize(ref _states, _ids.Length);
        }

        _states[Used] = SlotState.Free;
        return Used++;
    }
}
