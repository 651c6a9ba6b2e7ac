using System.Buffers;

namespace Middeck.Search.Lexical;

/// <summary>Ranks the texts of an <see cref="InvertedIndex"/> for a query, one term after the other.</summary>
internal static class Bm25Scorer
{
    public static IReadOnlyList<ScoredId> Search(
        InvertedIndex index, IReadOnlyList<string> terms, Bm25Options options, int limit, Func<Guid, bool>? filter)
    {
        var slots = index.Slots.Used;
        var scores = ArrayPool<float>.Shared.Rent(slots);
        try
        {
            Array.Clear(scores, 0, slots);
            foreach (var term in terms)
            {
                AddTerm(index, StableHash.Of(term), options, scores);
            }

            return Best(index.Slots, scores.AsSpan(0, slots), limit, filter);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private static void AddTerm(InvertedIndex index, ulong term, Bm25Options options, Span<float> scores)
    {
        if (!index.TryGetPostings(term, out var postings))
        {
            return;
        }

        // The form with 1 + … inside the logarithm: a word in more than half of the texts still counts a little for a
        // text instead of against it.
        double found = index.CountTexts(postings);
        var weight = (float)Math.Log(1 + ((index.Slots.Count - found + 0.5) / (found + 0.5))) * (options.K1 + 1);
        var lengths = index.Slots.Lengths;
        var fixedPart = options.K1 * (1 - options.B);
        var lengthPart = options.K1 * options.B / index.Slots.AverageLength;

        var reader = postings.Read();
        while (reader.MoveNext())
        {
            var length = lengths[reader.Slot];
            if (length >= 0)
            {
                float frequency = reader.Frequency;
                scores[reader.Slot] += weight * frequency / (frequency + fixedPart + (lengthPart * length));
            }
        }
    }

    private static IReadOnlyList<ScoredId> Best(
        TextSlots slots, ReadOnlySpan<float> scores, int limit, Func<Guid, bool>? filter)
    {
        var top = new TopScores(limit, slots.Count, filter);
        for (var slot = 0; slot < scores.Length; slot++)
        {
            if (scores[slot] > 0 && scores[slot] >= top.Floor)
            {
                top.Offer(slots.IdOf(slot), scores[slot]);
            }
        }

        return top.ToSortedList();
    }
}
