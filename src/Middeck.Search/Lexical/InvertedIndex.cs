using System.Runtime.InteropServices;

namespace Middeck.Search.Lexical;

/// <summary>
/// Which term stands in which text. Not safe for threads by itself: <see cref="Bm25Index"/> sees to that.
/// </summary>
internal sealed class InvertedIndex
{
    private const int BytesPerTerm = 28;
    private const int BytesPerPostingList = 32;

    private readonly Dictionary<ulong, int> _terms = [];
    private PostingList[] _postings = new PostingList[16];
    private long _postingBytes;

    public TextSlots Slots { get; } = new();

    public long EstimatedBytes
        => Slots.EstimatedBytes
            + (_terms.Capacity * (long)BytesPerTerm)
            + (_postings.Length * (long)BytesPerPostingList)
            + _postingBytes;

    /// <param name="id">Not in the index yet.</param>
    /// <param name="sortedTerms">
    /// The hashes of the terms in ascending order, repeated as often as they stand in the text.
    /// </param>
    public void Add(Guid id, ReadOnlySpan<ulong> sortedTerms)
    {
        var slot = Slots.Add(id, sortedTerms.Length);
        for (var start = 0; start < sortedTerms.Length;)
        {
            var end = start + 1;
            while (end < sortedTerms.Length && sortedTerms[end] == sortedTerms[start])
            {
                end++;
            }

            Append(sortedTerms[start], slot, end - start);
            start = end;
        }
    }

    public bool TryGetPostings(ulong term, out PostingList postings)
    {
        postings = default;
        if (!_terms.TryGetValue(term, out var ordinal))
        {
            return false;
        }

        postings = _postings[ordinal];
        return true;
    }

    /// <summary>In how many texts that are still there the term stands.</summary>
    public int CountTexts(in PostingList postings)
    {
        if (!Slots.HasRemoved)
        {
            return postings.Count;
        }

        var count = 0;
        var reader = postings.Read();
        while (reader.MoveNext())
        {
            count += Slots.IsRemoved(reader.Slot) ? 0 : 1;
        }

        return count;
    }

    /// <summary>A copy without what removed texts left behind. Only reads this index.</summary>
    public InvertedIndex Compact()
    {
        var compact = new InvertedIndex();
        var newSlots = new int[Slots.Used];
        for (var slot = 0; slot < newSlots.Length; slot++)
        {
            newSlots[slot] = Slots.IsRemoved(slot) ? -1 : compact.Slots.Add(Slots.IdOf(slot), Slots.Lengths[slot]);
        }

        foreach (var (term, ordinal) in _terms)
        {
            var reader = _postings[ordinal].Read();
            while (reader.MoveNext())
            {
                if (newSlots[reader.Slot] >= 0)
                {
                    compact.Append(term, newSlots[reader.Slot], reader.Frequency);
                }
            }
        }

        return compact;
    }

    private void Append(ulong term, int slot, int frequency)
    {
        ref var ordinal = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, term, out var isKnown);
        if (!isKnown)
        {
            ordinal = _terms.Count - 1;
            if (ordinal == _postings.Length)
            {
                Array.Resize(ref _postings, ordinal + (ordinal / 2));
            }
        }

        ref var postings = ref _postings[ordinal];
        _postingBytes -= postings.HeapBytes;
        postings.Append(slot, frequency);
        _postingBytes += postings.HeapBytes;
    }
}
