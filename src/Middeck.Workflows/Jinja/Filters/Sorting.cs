using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Filters;

/// <summary>Sorts by Python's order and keeps the order of what is equal, also when reversed.</summary>
internal static class Sorting
{
    public static List<object?> Sorted(IReadOnlyList<object?> items, Func<object?, object?> key, bool reverse, Budget budget)
    {
        budget.Items(items.Count);
        var keyed = new (object? Key, object? Item)[items.Count];
        for (var i = 0; i < keyed.Length; i++)
        {
            keyed[i] = (key(items[i]), items[i]);
        }

        if (reverse)
        {
            Array.Reverse(keyed);
        }

        Sort(keyed, new (object?, object?)[keyed.Length], 0, keyed.Length, budget);
        if (reverse)
        {
            Array.Reverse(keyed);
        }

        return [.. keyed.Select(pair => pair.Item)];
    }

    // Array.Sort is not stable and wraps what a comparison throws.
    private static void Sort((object? Key, object? Item)[] items, (object?, object?)[] spare, int start, int end, Budget budget)
    {
        if (end - start < 2)
        {
            return;
        }

        var middle = (start + end) / 2;
        Sort(items, spare, start, middle, budget);
        Sort(items, spare, middle, end, budget);
        var (left, right) = (start, middle);
        for (var at = start; at < end; at++)
        {
            var takeRight = left == middle
                || (right < end && Comparing.Order(items[right].Key, items[left].Key, "<", budget) < 0);
            spare[at] = items[takeRight ? right++ : left++];
        }

        Array.Copy(spare, start, items, start, end - start);
    }
}
