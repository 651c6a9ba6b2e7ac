using System.Numerics;
using System.Text;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Values;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>How Python writes values: <c>str</c> and <c>repr</c>.</summary>
internal sealed class Repr
{
    private readonly StringBuilder _text = new();
    private readonly Stack<object> _inside = new();
    private readonly Budget? _budget;

    private Repr(Budget? budget) => _budget = budget;

    /// <summary>As <c>str</c>. Without a budget only for what has no items.</summary>
    public static string Str(object? value, Budget? budget = null) => value switch
    {
        string text => text,
        Markup markup => markup.Text,
        Undefined => "",
        _ => Of(value, budget),
    };

    /// <summary>As <c>repr</c>.</summary>
    public static string Of(object? value, Budget? budget = null)
    {
        switch (value)
        {
            case null:
                return "None";
            case bool flag:
                return flag ? "True" : "False";
            case long or BigInteger:
                return Numbers.Text(value);
            case double number:
                return PythonText.Float(number);
            default:
                var repr = new Repr(budget);
                repr.Write(value);
                budget?.Text(repr._text.Length);
                return repr._text.ToString();
        }
    }

    private void Write(object? value)
    {
        _budget?.Step();
        switch (value)
        {
            case string text:
                PythonText.Quote(text, _text);
                break;
            case Markup markup:
                _text.Append("Markup(");
                PythonText.Quote(markup.Text, _text);
                _text.Append(')');
                break;
            case PyList list:
                Nest(list, "[...]", () => All('[', list.Items, ']'));
                break;
            case PyTuple tuple:
                Nest(tuple, "(...)", () => All('(', tuple.Items, ')', tuple.Items.Length == 1 ? "," : ""));
                break;
            case PyDict dict:
                Nest(dict, "{...}", () => Pairs(dict));
                break;
            case DictView view:
                Nest(view, "...", () =>
                {
                    _text.Append(TypeNames.Of(view)).Append('(');
                    All('[', view.Items, ']');
                    _text.Append(')');
                });
                break;
            case PyRange range:
                _text.Append(FormattableString.Invariant($"range({range.Start}, {range.Stop}"))
                    .Append(range.Step == 1 ? "" : FormattableString.Invariant($", {range.Step}")).Append(')');
                break;
            case Undefined:
                _text.Append("Undefined");
                break;
            case Namespace space:
                Nest(space, "<Namespace ...>", () =>
                {
                    _text.Append("<Namespace ");
                    Pairs(space.Attributes);
                    _text.Append('>');
                });
                break;
            case LoopContext or Macro:
                _text.Append(value);
                break;
            case PyIterator or ICallable or IHasAttributes:
                _text.Append('<').Append(TypeNames.Of(value)).Append(value is IHasAttributes or PyIterator ? " object>" : ">");
                break;
            default:
                _text.Append(Of(value, _budget));
                break;
        }

        if (_budget is not null && _text.Length > _budget.Limits.MaxText)
        {
            _budget.Text(_text.Length);
        }
    }

    private void Nest(object value, string again, Action write)
    {
        if (_inside.Any(outer => ReferenceEquals(outer, value)))
        {
            _text.Append(again);
            return;
        }

        Budget.Room();
        // To look through those that it stands in takes long when there are many.
        if (_inside.Count > 500)
        {
            throw Failures.TooDeep();
        }

        _inside.Push(value);
        write();
        _inside.Pop();
    }

    private void All(char open, IEnumerable<object?> items, char close, string after = "")
    {
        _text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            _text.Append(first ? "" : ", ");
            first = false;
            Write(item);
        }

        _text.Append(after).Append(close);
    }

    private void Pairs(PyDict dict)
    {
        _text.Append('{');
        var first = true;
        foreach (var (key, value) in dict.Pairs)
        {
            _text.Append(first ? "" : ", ");
            first = false;
            Write(key);
            _text.Append(": ");
            Write(value);
        }

        _text.Append('}');
    }
}
