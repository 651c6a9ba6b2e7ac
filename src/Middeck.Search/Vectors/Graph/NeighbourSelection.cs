namespace Middeck.Search.Vectors.Graph;

/// <summary>
/// Algorithm 4 of the paper: a candidate becomes a neighbour only when it is nearer to the slot than to every
/// neighbour already chosen, so that links lead in different directions instead of into one crowd.
/// </summary>
internal static class NeighbourSelection
{
    private const float SameVector = 0.9999f;

    /// <summary>Writes the chosen slots, nearest first, and returns how many they are.</summary>
    public static int Select(
        VectorCodes codes, ReadOnlySpan<Neighbour> nearestFirst, int capacity, Span<int> selected)
    {
        // Copies of one vector (boilerplate that stands in every document) are as near to each other as to the slot, so
        // the rule takes them all: a thousand of them would link to nothing else, and no walk would leave them.
        var copiesLeft = capacity / 4;
        var count = 0;
        foreach (var candidate in nearestFirst)
        {
            if (count == capacity)
            {
                break;
            }

            if (candidate.Similarity > SameVector && copiesLeft-- <= 0)
            {
                continue;
            }

            if (IsNearestTo(codes, candidate, selected[..count]))
            {
                selected[count++] = candidate.Slot;
            }
        }

        return count;
    }

    private static bool IsNearestTo(VectorCodes codes, Neighbour candidate, ReadOnlySpan<int> selected)
    {
        foreach (var other in selected)
        {
            if (codes.Similarity(candidate.Slot, other) > candidate.Similarity)
            {
                return false;
            }
        }

        return true;
    }
}
