using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>The binary operators on values of any type.</summary>
internal static class Operators
{
    public static object? Add(object? one, object? other, Budget budget)
    {
        if (one is string a && other is string b)
        {
            budget.Text(a.Length + b.Length);
            return a + b;
        }

        if (Numbers.Is(one) && Numbers.Is(other))
        {
            return Arithmetic.Add(Numbers.Plain(one)!, Numbers.Plain(other)!);
        }

        Refuse(one, other);
        switch (one, other)
        {
            case (PyList x, PyList y):
                budget.Items(x.Items.Count + y.Items.Count);
                return new PyList([.. x.Items, .. y.Items]);
            case (PyTuple x, PyTuple y):
                budget.Items(x.Items.Length + y.Items.Length);
                return new PyTuple([.. x.Items, .. y.Items]);
            case (string or Markup, string or Markup):
                var joined = Html.Escape(one) + Html.Escape(other);
                budget.Text(joined.Length);
                return new Markup(joined);
            case (string or Markup, _):
                throw Failures.Type($"can only concatenate str (not \"{TypeNames.Of(other)}\") to str");
            case (PyList, _):
                throw Failures.Type($"can only concatenate list (not \"{TypeNames.Of(other)}\") to list");
            case (PyTuple, _):
                throw Failures.Type($"can only concatenate tuple (not \"{TypeNames.Of(other)}\") to tuple");
            default:
                throw Unsupported("+", one, other);
        }
    }

    public static object? Multiply(object? one, object? other, Budget budget)
    {
        if (Numbers.Is(one) && Numbers.Is(other))
        {
            return Arithmetic.Multiply(Numbers.Plain(one)!, Numbers.Plain(other)!);
        }

        Refuse(one, other);
        return Numbers.IsWhole(other) && Repeat(one, Numbers.Long(other), budget) is { } repeated ? repeated
            : Numbers.IsWhole(one) && Repeat(other, Numbers.Long(one), budget) is { } mirrored ? mirrored
            : throw (one is string or PyList or PyTuple or Markup
                ? Failures.Type($"can't multiply sequence by non-int of type '{TypeNames.Of(other)}'")
                : Unsupported("*", one, other));
    }

    public static object? Modulo(object? one, object? other, Rendering rendering)
    {
        if (one is string format)
        {
            return PercentFormat.Fill(format, other, rendering.Budget);
        }

        return one is Markup markup
            ? new Markup(PercentFormat.Fill(markup.Text, Html.EscapeAll(other), rendering.Budget))
            : Numeric("%", one, other, Arithmetic.Modulo);
    }

    /// <summary>An operator that only numbers have.</summary>
    public static object Numeric(string sign, object? one, object? other, Func<object, object, object> compute)
    {
        if (Numbers.Is(one) && Numbers.Is(other))
        {
            return compute(Numbers.Plain(one)!, Numbers.Plain(other)!);
        }

        Refuse(one, other);
        throw Unsupported(sign, one, other);
    }

    public static object Negate(object? value, bool negative)
    {
        if (value is Undefined undefined)
        {
            throw undefined.Fail();
        }

        return !Numbers.Is(value) ? throw Failures.Type($"bad operand type for unary {(negative ? '-' : '+')}: '{TypeNames.Of(value)}'")
            : negative ? Arithmetic.Negate(Numbers.Plain(value)!)
            : Numbers.Plain(value)!;
    }

    private static object? Repeat(object? value, long times, Budget budget)
    {
        var count = Math.Max(times, 0);
        switch (value)
        {
            case string text:
                budget.Text(Product(text.Length, count));
                return text.Length == 0 ? "" : string.Concat(Enumerable.Repeat(text, (int)count));
            case Markup markup:
                return new Markup((string)Repeat(markup.Text, times, budget)!);
            case PyList list:
                budget.Items(Product(list.Items.Count, count));
                return new PyList([.. Times(list.Items, count)]);
            case PyTuple tuple:
                budget.Items(Product(tuple.Items.Length, count));
                return new PyTuple([.. Times(tuple.Items, count)]);
            default:
                return null;
        }
    }

    private static IEnumerable<object?> Times(IReadOnlyCollection<object?> items, long count)
        => items.Count == 0 ? [] : Enumerable.Repeat(items, (int)count).SelectMany(item => item);

    private static long Product(long length, long count) => length == 0 ? 0 : count > long.MaxValue / length ? long.MaxValue : length * count;

    private static void Refuse(object? one, object? other)
    {
        if ((one as Undefined ?? other as Undefined) is { } undefined)
        {
            throw undefined.Fail();
        }
    }

    private static JinjaException Unsupported(string sign, object? one, object? other) => Failures.Type(
        $"unsupported operand type(s) for {(sign == "**" ? "** or pow()" : sign)}: '{TypeNames.Of(one)}' and '{TypeNames.Of(other)}'");
}
