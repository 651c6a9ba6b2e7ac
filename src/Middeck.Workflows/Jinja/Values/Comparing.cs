using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>Equality, order and membership as in Python.</summary>
internal static class Comparing
{
    public static bool Same(object? one, object? other, Budget budget)
    {
        budget.Step();
        switch (one, other)
        {
            case (string a, string b):
                return a == b;
            case (long a, long b):
                return a == b;
            case (null, _) or (_, null):
                return one is null && other is null;
            case (Undefined, Undefined):
                return true;
            case (Markup a, _):
                return Same(a.Text, other, budget);
            case (_, Markup b):
                return Same(one, b.Text, budget);
            case (PyList a, PyList b):
                return a == b || Same(a.Items, b.Items, budget);
            case (PyTuple a, PyTuple b):
                return a == b || Same(a.Items, b.Items, budget);
            case (PyDict a, PyDict b):
                return a == b || Same(a, b, budget);
            case (PyRange, PyRange):
                return ((IEqualityComparer<object>)KeyEquality.Instance).Equals(one, other);
            case (DictView { Kind: not DictViewKind.Values } a, DictView { Kind: not DictViewKind.Values } b):
                return a.Dict.Count == b.Dict.Count && a.Items.All(item => Contains(b, item, budget));
            default:
                return Numbers.Is(one) && Numbers.Is(other) ? Numbers.Same(one, other) : ReferenceEquals(one, other);
        }
    }

    /// <summary>The sign of the order; <paramref name="sign"/> names the operator in the message when there is no order.</summary>
    public static int? Order(object? one, object? other, string sign, Budget budget)
    {
        budget.Step();
        if (Numbers.Is(one) && Numbers.Is(other))
        {
            return Numbers.Compare(one!, other!);
        }

        if (Str.Of(one) is { } a && Str.Of(other) is { } b)
        {
            return Str.Compare(a, b);
        }

        if ((one as Undefined ?? other as Undefined) is { } undefined)
        {
            throw undefined.Fail();
        }

        return (one, other) switch
        {
            (PyList x, PyList y) => Order(x.Items, y.Items, sign, budget),
            (PyTuple x, PyTuple y) => Order(x.Items, y.Items, sign, budget),
            _ => throw Failures.Type(
                $"'{sign}' not supported between instances of '{TypeNames.Of(one)}' and '{TypeNames.Of(other)}'"),
        };
    }

    /// <summary>Whether the item is in it.</summary>
    public static bool Contains(object? all, object? item, Budget budget)
    {
        switch (all)
        {
            case string or Markup:
                return Str.Of(item) is { } part
                    ? Str.Of(all)!.Contains(part, StringComparison.Ordinal)
                    : throw Failures.Type($"'in <string>' requires string as left operand, not {TypeNames.Of(item)}");
            case PyDict dict:
                return dict.Contains(item);
            case PyRange range when Numbers.IsWhole(item):
                return range.Contains(Numbers.Long(item));
            case DictView { Kind: DictViewKind.Keys } view:
                return view.Dict.Contains(item);
            default:
                if (!Iteration.IsIterable(all))
                {
                    throw Failures.Type($"argument of type '{TypeNames.Of(all)}' is not iterable");
                }

                foreach (var one in Iteration.Of(all, budget))
                {
                    if (Same(one, item, budget))
                    {
                        return true;
                    }
                }

                return false;
        }
    }

    private static bool Same(IReadOnlyList<object?> one, IReadOnlyList<object?> other, Budget budget)
    {
        Budget.Room();
        if (one.Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < one.Count; i++)
        {
            if (!Same(one[i], other[i], budget))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(PyDict one, PyDict other, Budget budget)
    {
        Budget.Room();
        return one.Count == other.Count
            && one.Pairs.All(pair => other.TryGet(pair.Key, out var value) && Same(pair.Value, value, budget));
    }

    private static int? Order(IReadOnlyList<object?> one, IReadOnlyList<object?> other, string sign, Budget budget)
    {
        Budget.Room();
        for (var i = 0; i < one.Count && i < other.Count; i++)
        {
            if (!Same(one[i], other[i], budget))
            {
                return Order(one[i], other[i], sign, budget);
            }
        }

        return one.Count.CompareTo(other.Count);
    }
}
