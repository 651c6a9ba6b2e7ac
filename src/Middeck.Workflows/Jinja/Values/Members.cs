using System.Numerics;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>Attributes and items of values by Jinja's rules: <c>a.b</c> and <c>a['b']</c> each fall back on the other.</summary>
internal static class Members
{
    /// <summary><c>value.name</c></summary>
    public static object? Attribute(object? value, string name)
    {
        var own = OwnAttribute(value, name);
        return own != Missing.Value ? own
            : value is PyDict dict && dict.TryGet(name, out var item) ? item
            : Undefined.Member(value, name);
    }

    /// <summary><c>value[key]</c></summary>
    public static object? Item(object? value, object? key)
    {
        var item = OwnItem(value, key);
        if (item != Missing.Value)
        {
            return item;
        }

        var own = Str.Of(key) is { } name ? OwnAttribute(value, name) : Missing.Value;
        return own != Missing.Value ? own : Undefined.Member(value, key);
    }

    /// <summary>An attribute as Python's <c>getattr</c> finds it; <see cref="Missing"/> when there is none.</summary>
    public static object? OwnAttribute(object? value, string name)
    {
        switch (value)
        {
            case Undefined undefined:
                throw undefined.Fail();
            case IHasAttributes own:
                return own.Attribute(name);
            case PyTuple { Names: { } names } tuple when Array.IndexOf(names, name) is var at and >= 0:
                return tuple.Items[at];
            case double or long or BigInteger or bool:
                return NumberMethods.Attribute(value, name);
            case PyRange range when name is "start" or "stop" or "step":
                return name == "start" ? range.Start : name == "stop" ? range.Stop : range.Step;
            default:
                return value is not null && MethodOf(value, name) is { } method ? new BoundMethod(value, method) : Missing.Value;
        }
    }

    /// <summary>A method of a built-in type; null when there is none.</summary>
    public static Method? MethodOf(object? value, string name) => value switch
    {
        string => StringMethods.Find(name),
        PyDict => DictMethods.Find(name),
        PyList => ListMethods.Find(name),
        Markup => MarkupMethods.Find(name),
        PyTuple or PyRange => SequenceMethods.Find(name),
        _ => null,
    };

    private static object? OwnItem(object? value, object? key)
    {
        switch (value)
        {
            case Undefined undefined:
                throw undefined.Fail();
            case PyDict dict:
                return key is PyList or PyDict or DictView || !dict.TryGet(key, out var found) ? Missing.Value : found;
            case PyList list:
                return At(list.Items.Count, key) is { } i ? list.Items[i] : Missing.Value;
            case PyTuple tuple:
                return At(tuple.Items.Length, key) is { } j ? tuple.Items[j] : Missing.Value;
            case string text:
                return At(Str.Length(text), key) is { } k ? Str.At(text, k) : Missing.Value;
            case Markup markup:
                return At(Str.Length(markup.Text), key) is { } l ? new Markup(Str.At(markup.Text, l)) : Missing.Value;
            case PyRange range:
                return At((int)Math.Min(range.Count, int.MaxValue), key) is { } m ? range[m] : Missing.Value;
            default:
                return Missing.Value;
        }
    }

    private static int? At(int count, object? key)
    {
        if (!Numbers.IsWhole(key))
        {
            return null;
        }

        var at = Numbers.Long(key);
        at += at < 0 ? count : 0;
        return at >= 0 && at < count ? (int)at : null;
    }
}
