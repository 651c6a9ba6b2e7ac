using System.Text;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>Escaping for HTML.</summary>
internal static class Html
{
    /// <summary>The text of a value, escaped unless it is safe.</summary>
    public static string Escape(object? value, Budget? budget = null)
    {
        if (value is Markup safe)
        {
            return safe.Text;
        }

        var escaped = Escape(Repr.Str(value, budget));
        budget?.Text(escaped.Length);
        return escaped;
    }

    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>'\"") < 0)
        {
            return text;
        }

        return new StringBuilder(text)
            .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("'", "&#39;").Replace("\"", "&#34;")
            .ToString();
    }

    /// <summary>The texts among values that are to be filled into a safe text, escaped.</summary>
    public static object? EscapeAll(object? value) => value switch
    {
        string text => Escape(text),
        Markup markup => markup.Text,
        PyTuple tuple => new PyTuple([.. tuple.Items.Select(EscapeAll)]),
        PyDict dict => Escaped(dict),
        _ => value,
    };

    private static PyDict Escaped(PyDict dict)
    {
        var escaped = new PyDict();
        foreach (var (key, value) in dict.Pairs)
        {
            escaped[key] = EscapeAll(value);
        }

        return escaped;
    }
}
