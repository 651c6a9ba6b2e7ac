using System.Text;
using Middeck.Workflows.Jinja.Filters;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>A value on several lines of at most 80 characters where it can be, as Python's <c>pprint</c> writes it.</summary>
internal sealed class Pretty(Budget budget)
{
    private const int Width = 80;
    private readonly StringBuilder _text = new();

    public static string Of(object? value, Budget budget)
    {
        var pretty = new Pretty(budget);
        pretty.Write(pretty.Sorted(value), indent: 0, allowance: 0, level: 1);
        budget.Text(pretty._text.Length);
        return pretty._text.ToString();
    }

    // Dicts are shown with their keys in order, at every level.
    private object? Sorted(object? value)
    {
        Budget.Room();
        budget.Step();
        switch (value)
        {
            case PyList list:
                return new PyList([.. list.Items.Select(Sorted)]);
            case PyTuple tuple:
                return new PyTuple([.. tuple.Items.Select(Sorted)]);
            case PyDict dict:
                var copy = new PyDict();
                foreach (var key in Keys(dict))
                {
                    _ = dict.TryGet(key, out var item);
                    copy[key] = Sorted(item);
                }

                return copy;
            default:
                return value;
        }
    }

    private List<object?> Keys(PyDict dict)
    {
        try
        {
            return Sorting.Sorted([.. dict.Keys], key => key, reverse: false, budget);
        }
        catch (JinjaException unordered) when (unordered.Kind == "TypeError")
        {
            return [.. dict.Keys.OrderBy(TypeNames.Of, StringComparer.Ordinal)];
        }
    }

    private void Write(object? value, int indent, int allowance, int level)
    {
        Budget.Room();
        var repr = Repr.Of(value, budget);
        if (Str.Length(repr) <= Width - indent - allowance)
        {
            _text.Append(repr);
            return;
        }

        switch (value)
        {
            case PyDict { Count: > 0 } dict:
                _text.Append('{');
                Each([.. dict.Pairs], indent + 1, allowance + 1, (pair, after) =>
                {
                    var key = Repr.Of(pair.Key, budget);
                    _text.Append(key).Append(": ");
                    Write(pair.Value, indent + 1 + Str.Length(key) + 2, after, level + 1);
                });
                _text.Append('}');
                break;
            case PyList list:
                _text.Append('[');
                Each(list.Items, indent + 1, allowance + 1, (item, after) => Write(item, indent + 1, after, level + 1));
                _text.Append(']');
                break;
            case PyTuple tuple:
                var end = tuple.Items.Length == 1 ? ",)" : ")";
                _text.Append('(');
                Each(tuple.Items, indent + 1, allowance + end.Length, (item, after) => Write(item, indent + 1, after, level + 1));
                _text.Append(end);
                break;
            case string { Length: > 0 } text:
                Write(text, indent, allowance, level);
                break;
            default:
                _text.Append(repr);
                break;
        }
    }

    private void Each<T>(IReadOnlyList<T> items, int indent, int allowance, Action<T, int> write)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var isLast = i == items.Count - 1;
            write(items[i], isLast ? allowance : 1);
            if (!isLast)
            {
                budget.Text(indent);
                _text.Append(",\n").Append(' ', indent);
            }
        }
    }

    // A long text becomes several, one below the other; at the top in parentheses.
    private void Write(string text, int indent, int allowance, int level)
    {
        var atTop = level == 1;
        indent += atTop ? 1 : 0;
        allowance += atTop ? 1 : 0;
        List<string> parts = [];
        var lines = Str.Lines(text, keepEnds: true);
        for (var i = 0; i < lines.Count; i++)
        {
            var isLast = i == lines.Count - 1;
            var repr = Repr.Of(lines[i], budget);
            if (Str.Length(repr) <= Width - indent - (isLast ? allowance : 0))
            {
                parts.Add(repr);
            }
            else
            {
                Break(lines[i], Width - indent, isLast ? allowance : 0, parts);
            }
        }

        if (parts.Count == 1)
        {
            _text.Append(Repr.Of(lines[^1], budget));
            return;
        }

        _text.Append(atTop ? "(" : "").AppendJoin("\n" + new string(' ', indent), parts).Append(atTop ? ")" : "");
    }

    private void Break(string line, int width, int allowance, List<string> parts)
    {
        var words = Words(line);
        var current = "";
        for (var i = 0; i < words.Count; i++)
        {
            var candidate = current + words[i];
            if (Str.Length(Repr.Of(candidate, budget)) > width - (i == words.Count - 1 ? allowance : 0))
            {
                if (current.Length > 0)
                {
                    parts.Add(Repr.Of(current, budget));
                }

                current = words[i];
            }
            else
            {
                current = candidate;
            }
        }

        if (current.Length > 0)
        {
            parts.Add(Repr.Of(current, budget));
        }
    }

    // Each with the whitespace behind it.
    private static List<string> Words(string line)
    {
        List<string> words = [];
        var at = 0;
        while (at < line.Length)
        {
            var start = at;
            while (at < line.Length && !Str.IsSpace(line[at]))
            {
                at++;
            }

            while (at < line.Length && Str.IsSpace(line[at]))
            {
                at++;
            }

            words.Add(line[start..at]);
        }

        return words;
    }
}
