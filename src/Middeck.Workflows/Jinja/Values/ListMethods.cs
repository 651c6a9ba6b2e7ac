using System.Collections.Frozen;
using Middeck.Workflows.Jinja.Filters;
using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>The methods of a list; those that change it answer None.</summary>
internal static class ListMethods
{
    private static readonly Signature _one = new("append", 1, "object");
    private static readonly Signature _insert = new("insert", 2, "index", "object");
    private static readonly Signature _pop = new("pop", 0, "index");
    private static readonly Signature _sort = new("sort", 0, "reverse", "key");
    private static readonly Signature _none = new("method", 0);

    private static readonly FrozenDictionary<string, Method> _all = new Dictionary<string, Method>
    {
        ["append"] = Changing(_one, (rendering, list, values) => Iteration.Add(list, values[0], rendering.Budget)),
        ["extend"] = Changing(_one, (rendering, list, values) => Extend(rendering, list, values[0])),
        ["insert"] = Changing(_insert, Insert),
        ["remove"] = Changing(_one, (rendering, list, values) => list.RemoveAt(IndexOf(rendering, list, values[0], "list.remove(x): x not in list"))),
        ["clear"] = Changing(_none, (_, list, _) => list.Clear()),
        ["reverse"] = Changing(_none, (_, list, _) => list.Reverse()),
        ["sort"] = Changing(_sort, Sort),
        ["pop"] = Pop,
        ["copy"] = (rendering, self, arguments) =>
        {
            _none.Bind(arguments);
            return new PyList(Iteration.ToList(self, rendering.Budget));
        },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Method? Find(string name) => _all.GetValueOrDefault(name) ?? SequenceMethods.Find(name);

    private static Method Changing(Signature signature, Action<Rendering, List<object?>, object?[]> change)
        => (rendering, self, arguments) =>
        {
            change(rendering, ((PyList)self).Items, signature.Bind(arguments));
            return null;
        };

    private static void Extend(Rendering rendering, List<object?> list, object? more)
    {
        foreach (var item in Iteration.ToList(more, rendering.Budget))
        {
            Iteration.Add(list, item, rendering.Budget);
        }
    }

    private static void Insert(Rendering rendering, List<object?> list, object?[] values)
    {
        var at = Numbers.Long(values[0]);
        var index = (int)Math.Clamp(at < 0 ? at + list.Count : at, 0, list.Count);
        Iteration.Add(list, values[1], rendering.Budget);
        list.RemoveAt(list.Count - 1);
        list.Insert(index, values[1]);
    }

    private static int IndexOf(Rendering rendering, List<object?> list, object? item, string otherwise)
    {
        var at = list.FindIndex(one => Comparing.Same(one, item, rendering.Budget));
        return at >= 0 ? at : throw Failures.Value(otherwise);
    }

    private static void Sort(Rendering rendering, List<object?> list, object?[] values)
    {
        if (values.Or(1) is not null)
        {
            throw Failures.Type("a key function cannot be given here; use the sort filter");
        }

        var sorted = Sorting.Sorted(list, item => item, values.Flag(0), rendering.Budget);
        list.Clear();
        list.AddRange(sorted);
    }

    private static object? Pop(Rendering rendering, object self, Arguments arguments)
    {
        var list = ((PyList)self).Items;
        var at = _pop.Bind(arguments).Whole(0, -1);
        at += at < 0 ? list.Count : 0;
        if (at < 0 || at >= list.Count)
        {
            throw Failures.Index(list.Count == 0 ? "pop from empty list" : "pop index out of range");
        }

        var item = list[at];
        list.RemoveAt(at);
        return item;
    }
}
