using System.Security.Cryptography;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Filters;

/// <summary>The filters that take sequences apart and put them together.</summary>
internal static class SequenceFilters
{
    private static readonly Signature _none = new("filter", 0);
    private static readonly Signature _batch = new("do_batch", 1, "linecount", "fill_with");
    private static readonly Signature _slice = new("do_slice", 1, "slices", "fill_with");
    private static readonly Signature _join = new("do_join", 0, "d", "attribute");
    private static readonly Signature _sum = new("do_sum", 0, "attribute", "start");

    public static IEnumerable<KeyValuePair<string, Filter>> All { get; } = new Dictionary<string, Filter>
    {
        ["batch"] = Batch,
        ["slice"] = Slice,
        ["join"] = Join,
        ["sum"] = Sum,
        ["count"] = Length,
        ["length"] = Length,
        ["first"] = First,
        ["last"] = Last,
        ["list"] = (rendering, value, arguments) =>
        {
            _none.Bind(arguments);
            return new PyList(Iteration.ToList(value, rendering.Budget));
        },
        ["items"] = Items,
        ["random"] = Random,
        ["reverse"] = Reverse,
    };

    private static object? Batch(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _batch.Bind(arguments);
        return PyIterator.Generator(Batches(rendering.Budget, value, values[0], values.Or(1)));
    }

    private static IEnumerable<object?> Batches(Budget budget, object? value, object? size, object? fill)
    {
        var batch = new List<object?>();
        foreach (var item in Iteration.Of(value, budget))
        {
            if (Comparing.Same((long)batch.Count, size, budget))
            {
                yield return new PyList(batch);
                batch = [];
            }

            Iteration.Add(batch, item, budget);
        }

        if (batch.Count == 0)
        {
            yield break;
        }

        if (fill is not null && Comparing.Order((long)batch.Count, size, "<", budget) < 0)
        {
            budget.Items(Numbers.Long(size));
            batch.AddRange(Enumerable.Repeat(fill, (int)(Numbers.Long(size) - batch.Count)));
        }

        yield return new PyList(batch);
    }

    private static object? Slice(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _slice.Bind(arguments);
        return PyIterator.Generator(Slices(rendering.Budget, value, values[0], values.Or(1)));
    }

    private static IEnumerable<object?> Slices(Budget budget, object? value, object? count, object? fill)
    {
        var all = Iteration.ToList(value, budget);
        if (!Numbers.IsWhole(count))
        {
            throw Failures.Type($"unsupported operand type(s) for //: 'int' and '{TypeNames.Of(count)}'");
        }

        var slices = Numbers.Long(count);
        if (slices == 0)
        {
            throw Failures.ZeroDivision("integer division or modulo by zero");
        }

        var longer = slices < 0 ? 0 : all.Count % slices;
        var size = slices < 0 ? 0 : (int)(all.Count / slices);
        var at = 0;
        for (var i = 0L; i < slices; i++)
        {
            budget.Items(size + 1);
            var part = all.GetRange(at, size + (i < longer ? 1 : 0));
            at += part.Count;
            if (fill is not null && i >= longer)
            {
                part.Add(fill);
            }

            yield return new PyList(part);
        }
    }

    private static object? Join(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _join.Bind(arguments);
        var budget = rendering.Budget;
        var items = Iteration.Of(value, budget);
        if (values.Or(1) is { } attribute)
        {
            items = items.Select(AttributePath.Getter(attribute));
        }

        var separator = values.Or(0, "");
        if (!rendering.Autoescape)
        {
            return Joining.Join(Repr.Str(separator, budget), items, item => Repr.Str(item, budget), budget);
        }

        var all = items.ToList();
        return separator is Markup || all.Exists(item => item is Markup)
            ? new Markup(Joining.Join(Html.Escape(separator, budget), all, item => Html.Escape(item, budget), budget))
            : Joining.Join(Repr.Str(separator, budget), all, item => Repr.Str(item, budget), budget);
    }

    private static object? Sum(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _sum.Bind(arguments);
        var sum = values.Or(1, 0L);
        if (Str.Of(sum) is not null)
        {
            throw Failures.Type("sum() can't sum strings [use ''.join(seq) instead]");
        }

        var get = values.Or(0) is { } attribute ? AttributePath.Getter(attribute) : null;
        foreach (var item in Iteration.Of(value, rendering.Budget))
        {
            sum = Operators.Add(sum, get is null ? item : get(item), rendering.Budget);
        }

        return sum;
    }

    private static object? Length(Rendering rendering, object? value, Arguments arguments)
    {
        _none.Bind(arguments);
        return Iteration.Length(value) ?? throw Failures.Type($"object of type '{TypeNames.Of(value)}' has no len()");
    }

    private static object? First(Rendering rendering, object? value, Arguments arguments)
    {
        _none.Bind(arguments);
        foreach (var item in Iteration.Of(value, rendering.Budget))
        {
            return item;
        }

        return Undefined.Because("No first item, sequence was empty.");
    }

    private static object? Last(Rendering rendering, object? value, Arguments arguments)
    {
        _none.Bind(arguments);
        if (Reversed(value, rendering.Budget) is not { } items)
        {
            throw Failures.Type($"'{TypeNames.Of(value)}' object is not reversible");
        }

        return items.Count > 0 ? items[^1] : Undefined.Because("No last item, sequence was empty.");
    }

    private static object? Items(Rendering rendering, object? value, Arguments arguments)
    {
        _none.Bind(arguments);
        return PyIterator.Generator(Pairs(value, rendering.Budget));
    }

    private static IEnumerable<object?> Pairs(object? value, Budget budget)
    {
        if (value is Undefined)
        {
            yield break;
        }

        var dict = value as PyDict ?? throw Failures.Type("Can only get item pairs from a mapping.");
        foreach (var pair in Iteration.Of(new DictView(dict, DictViewKind.Items), budget))
        {
            yield return pair;
        }
    }

    private static object? Random(Rendering rendering, object? value, Arguments arguments)
    {
        _none.Bind(arguments);
        var length = Iteration.Length(value) ?? throw Failures.Type($"object of type '{TypeNames.Of(value)}' has no len()");
        return length == 0 ? Undefined.Because("No random item, sequence was empty.")
            : value is PyDict ? throw Failures.Key("a dict has no random item")
            : Members.Item(value, (long)RandomNumberGenerator.GetInt32((int)length));
    }

    private static object? Reverse(Rendering rendering, object? value, Arguments arguments)
    {
        _none.Bind(arguments);
        if (Str.Of(value) is { } text)
        {
            var reversed = string.Concat(Str.Letters(text).Reverse());
            return value is Markup ? new Markup(reversed) : reversed;
        }

        if (Reversed(value, rendering.Budget) is { } items)
        {
            return new PyIterator("reversed", items.AsEnumerable().Reverse().GetEnumerator());
        }

        if (!Iteration.IsIterable(value))
        {
            throw Failures.Argument("argument must be iterable");
        }

        var all = Iteration.ToList(value, rendering.Budget);
        all.Reverse();
        return new PyList(all);
    }

    // The items in their order; null for what Python cannot walk from its end.
    private static List<object?>? Reversed(object? value, Budget budget)
        => value is PyIterator or LoopContext || !Iteration.IsIterable(value) ? null : Iteration.ToList(value, budget);
}
