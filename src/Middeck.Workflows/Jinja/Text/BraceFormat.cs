using System.Globalization;
using System.Text;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Text;

/// <summary><c>str.format</c>: <c>"{0}, {name[key]!r:&gt;{width}}"</c></summary>
internal sealed class BraceFormat
{
    private readonly Arguments _arguments;
    private readonly Budget _budget;
    private int _next;
    private bool? _numbered;

    private BraceFormat(Arguments arguments, Budget budget)
    {
        _arguments = arguments;
        _budget = budget;
    }

    public static string Fill(string format, Arguments arguments, Budget budget)
    {
        var filled = new BraceFormat(arguments, budget).Fill(format, depth: 2);
        budget.Text(filled.Length);
        return filled;
    }

    /// <summary>The arguments that a dict stands for.</summary>
    public static Arguments Named(object? mapping) => mapping is PyDict dict
        ? new Arguments([], [.. dict.Pairs.Where(pair => pair.Key is string).Select(pair => KeyValuePair.Create((string)pair.Key!, pair.Value))])
        : throw Failures.Type($"'{TypeNames.Of(mapping)}' object is not a mapping");

    private string Fill(string format, int depth)
    {
        if (depth == 0)
        {
            throw Failures.Value("Max string recursion exceeded");
        }

        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            var letter = format[i];
            if (letter is '{' or '}' && i + 1 < format.Length && format[i + 1] == letter)
            {
                text.Append(letter);
                i++;
            }
            else if (letter == '{')
            {
                var end = End(format, i + 1);
                text.Append(Field(format[(i + 1)..end], depth));
                i = end;
            }
            else if (letter == '}')
            {
                throw Failures.Value("Single '}' encountered in format string");
            }
            else
            {
                text.Append(letter);
            }

            if (text.Length > _budget.Limits.MaxText)
            {
                _budget.Text(text.Length);
            }
        }

        return text.ToString();
    }

    private static int End(string format, int start)
    {
        var open = 1;
        for (var i = start; i < format.Length; i++)
        {
            // Braces within an index belong to it.
            if (format[i] == '[' && open == 1 && format.IndexOf(']', i) is var close and > 0 && !format.AsSpan(start, i - start).ContainsAny(':', '!'))
            {
                i = close;
                continue;
            }

            open += format[i] == '{' ? 1 : format[i] == '}' ? -1 : 0;
            if (open == 0)
            {
                return i;
            }
        }

        throw Failures.Value(start == format.Length ? "Single '{' encountered in format string" : "expected '}' before end of string");
    }

    private string Field(string field, int depth)
    {
        var nameEnd = 0;
        while (nameEnd < field.Length && field[nameEnd] is not (':' or '!'))
        {
            nameEnd = field[nameEnd] == '[' && field.IndexOf(']', nameEnd) is var close and > 0 ? close : nameEnd + 1;
        }

        var value = Find(field[..nameEnd]);
        var rest = field[nameEnd..];
        if (rest.StartsWith('!'))
        {
            if (rest.Length < 2 || (rest.Length > 2 && rest[2] != ':'))
            {
                throw Failures.Value(rest.Length < 2 ? "unmatched '{' in format spec" : "expected ':' after conversion specifier");
            }

            value = rest[1] switch
            {
                's' => Repr.Str(value, _budget),
                'r' => Repr.Of(value, _budget),
                'a' => PercentFormat.Ascii(Repr.Of(value, _budget)),
                var unknown => throw Failures.Value($"Unknown conversion specifier {unknown}"),
            };
            rest = rest[2..];
        }

        var spec = rest.Length > 0 ? rest[1..] : "";
        return FormatSpec.Format(value, spec.Contains('{', StringComparison.Ordinal) ? Fill(spec, depth - 1) : spec, _budget);
    }

    private object? Find(string path)
    {
        var end = path.IndexOfAny(['.', '[']);
        end = end < 0 ? path.Length : end;
        var value = First(path[..end]);
        while (end < path.Length)
        {
            if (path[end] == '.')
            {
                var next = path.IndexOfAny(['.', '['], end + 1);
                next = next < 0 ? path.Length : next;
                var name = path[(end + 1)..next];
                value = name.Length == 0 ? throw Failures.Value("Empty attribute in format string") : Members.OwnAttribute(value, name);
                if (value == Missing.Value)
                {
                    throw Failures.Attribute($"'{name}'");
                }

                end = next;
            }
            else
            {
                var close = path.IndexOf(']', end);
                var key = path[(end + 1)..(close < 0 ? throw Failures.Value("Missing ']' in format string") : close)];
                value = ItemOf(value, key);
                end = close + 1;
            }
        }

        return value;
    }

    private static object? ItemOf(object? value, string key)
    {
        if (value is PyDict dict)
        {
            return dict.TryGet(long.TryParse(key, CultureInfo.InvariantCulture, out var number) ? number : key, out var found)
                ? found
                : throw Failures.Key(Repr.Of(key));
        }

        if (!long.TryParse(key, CultureInfo.InvariantCulture, out var index))
        {
            throw Failures.Type($"{TypeNames.Of(value)} indices must be integers or slices, not str");
        }

        return Members.Item(value, index) is var item and not Undefined ? item : throw Failures.Index($"{TypeNames.Of(value)} index out of range");
    }

    private object? First(string name)
    {
        if (name.Length > 0 && !name.All(char.IsAsciiDigit))
        {
            foreach (var (key, value) in _arguments.Named ?? [])
            {
                if (key == name)
                {
                    return value;
                }
            }

            throw Failures.Key(Repr.Of(name));
        }

        var numbered = name.Length > 0;
        if (_numbered is { } before && before != numbered)
        {
            throw Failures.Value("cannot switch from "
                + (before ? "manual field specification to automatic field numbering" : "automatic field numbering to manual field specification"));
        }

        _numbered = numbered;
        var at = !numbered ? _next++ : int.TryParse(name, CultureInfo.InvariantCulture, out var given) ? given : int.MaxValue;
        return at < _arguments.Positional.Length ? _arguments.Positional[at] : throw Failures.Index(FormattableString.Invariant(
            $"Replacement index {at} out of range for positional args tuple"));
    }
}
