using System.Globalization;
using System.Text;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Filters;
using Middeck.Workflows.Jinja.Values;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>
/// JSON as the filter <c>tojson</c> writes it: keys sorted, everything beyond ASCII and what HTML would read as markup escaped.
/// </summary>
internal sealed class JsonText(string? indent, Budget budget)
{
    private readonly StringBuilder _text = new();
    private readonly Stack<object> _inside = new();

    public static string Of(object? value, string? indent, Budget budget)
    {
        var json = new JsonText(indent, budget);
        json.Write(value);
        budget.Text(json._text.Length);
        return json._text.ToString();
    }

    private void Write(object? value)
    {
        budget.Step();
        switch (value)
        {
            case null or bool or double or not (string or Markup or PyList or PyTuple or PyDict):
                _text.Append(Scalar(value) ?? throw Failures.Type($"Object of type {TypeNames.Of(value)} is not JSON serializable"));
                break;
            case PyDict dict:
                Nest(dict, '{', '}', Sorting.Sorted([.. dict.Pairs.Select(pair => (object?)new PyTuple([pair.Key, pair.Value]))],
                    pair => ((PyTuple)pair!).Items[0], reverse: false, budget), pair =>
                {
                    var items = ((PyTuple)pair!).Items;
                    Quote(Key(items[0]));
                    _text.Append(": ");
                    Write(items[1]);
                });
                break;
            case PyList list:
                Nest(list, '[', ']', list.Items, Write);
                break;
            case PyTuple tuple:
                Nest(tuple, '[', ']', tuple.Items, Write);
                break;
            default:
                Quote(Str.Of(value)!);
                break;
        }

        if (_text.Length > budget.Limits.MaxText)
        {
            budget.Text(_text.Length);
        }
    }

    private void Nest(object value, char open, char close, IReadOnlyList<object?> items, Action<object?> write)
    {
        Budget.Room();
        if (_inside.Count > 500 || _inside.Any(outer => ReferenceEquals(outer, value)))
        {
            throw _inside.Count > 500 ? Failures.TooDeep() : Failures.Value("Circular reference detected");
        }

        _inside.Push(value);
        _text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            _text.Append(i == 0 ? "" : indent is null ? ", " : ",");
            NewLine();
            write(items[i]);
        }

        _inside.Pop();
        if (items.Count > 0)
        {
            NewLine();
        }

        _text.Append(close);
    }

    private void NewLine()
    {
        if (indent is not null)
        {
            budget.Text(_text.Length + ((long)indent.Length * _inside.Count));
            _text.Append('\n').Insert(_text.Length, indent, _inside.Count);
        }
    }

    private static string? Scalar(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number when !double.IsFinite(number) => double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity",
        double number => PythonText.Float(number),
        _ => Numbers.Is(value) ? Numbers.Text(value) : null,
    };

    private static string Key(object? key) => Str.Of(key) ?? Scalar(key)
        ?? throw Failures.Type($"keys must be str, int, float, bool or None, not {TypeNames.Of(key)}");

    private void Quote(string text)
    {
        _text.Append('"');
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' => _text.Append("\\\""),
                '\\' => _text.Append("\\\\"),
                '\n' => _text.Append("\\n"),
                '\r' => _text.Append("\\r"),
                '\t' => _text.Append("\\t"),
                '\b' => _text.Append("\\b"),
                '\f' => _text.Append("\\f"),
                < ' ' or > '~' or '<' or '>' or '&' or '\'' => _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => _text.Append(letter),
            };
        }

        _text.Append('"');
    }
}
