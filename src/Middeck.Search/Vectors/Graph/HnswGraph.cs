namespace Middeck.Search.Vectors.Graph;

/// <summary>
/// Vectors and the links between them. Not safe for threads by itself: <see cref="HnswVectorIndex"/> sees to that.
/// </summary>
internal sealed class HnswGraph(int dimensions, int neighbours)
{
    public const int None = -1;

    // A level has a sixteenth of the slots of the one below, so no collection reaches this one.
    private const int HighestLevel = 12;

    public VectorCodes Codes { get; } = new(dimensions);

    public LinkTable Links { get; } = new(neighbours);

    public VectorSlots Slots { get; } = new();

    /// <summary>Where every walk begins: a slot of the highest level.</summary>
    public int Entry { get; private set; } = None;

    public int TopLevel => Entry == None ? None : Links.LevelOf(Entry);

    public long EstimatedBytes => Codes.EstimatedBytes + Links.EstimatedBytes + Slots.EstimatedBytes;

    /// <summary>Makes room for more vectors; rows may move, so nobody may be reading them.</summary>
    public void Grow(int slots)
    {
        for (; slots > 0; slots--)
        {
            Append(LevelOfNew(Slots.Used));
            Slots.AppendFree();
        }
    }

    /// <summary>Writes a vector to a free slot, which no walk reaches yet.</summary>
    public int Take(ReadOnlySpan<float> vector)
    {
        var slot = Slots.TakeFree();
        Codes.Write(slot, vector);
        for (var level = Links.LevelOf(slot); level >= 0; level--)
        {
            Links.Set(slot, level, []);
        }

        return slot;
    }

    /// <summary>Lets walks begin at the slot when no other is on so high a level.</summary>
    public void OfferEntry(int slot)
    {
        if (Links.LevelOf(slot) > TopLevel)
        {
            Entry = slot;
        }
    }

    /// <summary>Frees the slots that the sweep has cut off.</summary>
    public void EndSweep()
    {
        Slots.EndSweep();
        if (Entry == None || Slots.StateOf(Entry) != SlotState.Free)
        {
            return;
        }

        Entry = None;
        for (var slot = 0; slot < Slots.Used; slot++)
        {
            if (Slots.StateOf(slot) != SlotState.Free)
            {
                OfferEntry(slot);
            }
        }
    }

    /// <summary>A copy without the free slots. Only reads this graph.</summary>
    public HnswGraph Compact()
    {
        var compact = new HnswGraph(dimensions, neighbours);
        var newSlots = new int[Slots.Used];
        for (var slot = 0; slot < newSlots.Length; slot++)
        {
            if (Slots.StateOf(slot) != SlotState.Free)
            {
                newSlots[slot] = compact.Append(Links.LevelOf(slot));
                compact.Codes.CopyRow(newSlots[slot], Codes, slot);
                compact.Slots.AppendCopy(Slots, slot);
            }
        }

        Span<int> links = stackalloc int[Links.Capacity(0)];
        for (var slot = 0; slot < newSlots.Length; slot++)
        {
            if (Slots.StateOf(slot) == SlotState.Free)
            {
                continue;
            }

            for (var level = Links.LevelOf(slot); level >= 0; level--)
            {
                var count = 0;
                foreach (var link in Links.Of(slot, level))
                {
                    links[count++] = newSlots[link];
                }

                compact.Links.Set(newSlots[slot], level, links[..count]);
            }
        }

        compact.Entry = Entry == None ? None : newSlots[Entry];
        return compact;
    }

    // The level comes from the number of the slot, not from chance: the same vectors in the same order make the same
    // graph, and a slot that is used again keeps its rows.
    private int LevelOfNew(int slot)
    {
        var hash = StableHash.Mix((ulong)slot + 1);
        var uniform = ((hash >> 11) + 1) * (1.0 / (1ul << 53));
        return (int)Math.Min(HighestLevel, -Math.Log(uniform) / Math.Log(neighbours));
    }

    private int Append(int level)
    {
        Codes.Append();
        Links.Append(level);
        return Links.Count - 1;
    }
}
