using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>What can be looped over, and how long it is.</summary>
internal static class Iteration
{
    public static bool IsIterable(object? value)
        => value is string or Markup or PyList or PyTuple or PyDict or PyRange or PyIterator or DictView or Undefined or LoopContext;

    /// <summary>The items, one after the other; fails at once for what cannot be looped over.</summary>
    public static IEnumerable<object?> Of(object? value, Budget budget) => value switch
    {
        PyList list => Live(list, budget),
        PyTuple tuple => Counted(tuple.Items, budget),
        string text => Counted(Str.Letters(text), budget),
        Markup markup => Counted(Str.Letters(markup.Text), budget),
        PyDict dict => Unchanged(dict, dict.Keys, budget),
        DictView view => Unchanged(view.Dict, view.Items, budget),
        PyRange range => Numbers(range, budget),
        PyIterator iterator => Rest(iterator, budget),
        LoopContext loop => Rest(loop.Rest(), budget),
        Undefined => [],
        _ => throw Failures.Type($"'{TypeNames.Of(value)}' object is not iterable"),
    };

    /// <summary>All items; counted against the budget.</summary>
    public static List<object?> ToList(object? value, Budget budget)
    {
        if (value is PyList list)
        {
            budget.Items(list.Items.Count);
            return [.. list.Items];
        }

        var all = new List<object?>();
        foreach (var item in Of(value, budget))
        {
            Add(all, item, budget);
        }

        return all;
    }

    /// <summary>Adds an item to a list that grows; texts in it count, as they stay.</summary>
    public static void Add(List<object?> to, object? item, Budget budget)
    {
        if (to.Count % 64 == 0)
        {
            budget.Items(to.Count == 0 ? 1 : 64);
            if (to.Count >= budget.Limits.MaxItems)
            {
                budget.Items(to.Count + 1L);
            }
        }

        if (item is string text)
        {
            budget.Text(text.Length);
        }

        to.Add(item);
    }

    /// <summary>As Python's <c>len</c>; null for what has no length.</summary>
    public static long? Length(object? value) => value switch
    {
        string text => Str.Length(text),
        Markup markup => Str.Length(markup.Text),
        PyList list => list.Items.Count,
        PyTuple tuple => tuple.Items.Length,
        PyDict dict => dict.Count,
        DictView view => view.Dict.Count,
        PyRange range => range.Count,
        Undefined => 0,
        LoopContext loop => loop.Length,
        _ => null,
    };

    // By index, as in Python: what the loop appends to the list is seen by it.
    private static IEnumerable<object?> Live(PyList list, Budget budget)
    {
        for (var i = 0; i < list.Items.Count; i++)
        {
            budget.Step();
            yield return list.Items[i];
        }
    }

    private static IEnumerable<object?> Counted(IEnumerable<object?> items, Budget budget)
    {
        foreach (var item in items)
        {
            budget.Step();
            yield return item;
        }
    }

    private static IEnumerable<object?> Unchanged(PyDict dict, IEnumerable<object?> items, Budget budget)
    {
        var version = dict.Version;
        using var all = items.GetEnumerator();
        while (true)
        {
            if (dict.Version != version)
            {
                throw new JinjaException("RuntimeError", "dictionary changed size during iteration");
            }

            if (!all.MoveNext())
            {
                yield break;
            }

            budget.Step();
            yield return all.Current;
        }
    }

    private static IEnumerable<object?> Numbers(PyRange range, Budget budget)
    {
        for (var i = 0L; i < range.Count; i++)
        {
            budget.Step();
            yield return range[i];
        }
    }

    private static IEnumerable<object?> Rest(PyIterator iterator, Budget budget)
    {
        while (iterator.Next(out var item))
        {
            budget.Step();
            yield return item;
        }
    }
}
