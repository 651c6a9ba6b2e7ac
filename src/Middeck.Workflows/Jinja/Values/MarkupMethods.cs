using System.Collections.Frozen;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>The methods of a safe text: those of a text, but texts that are passed are escaped and the result is safe again.</summary>
internal static class MarkupMethods
{
    private static readonly FrozenSet<string> _questions = FrozenSet.Create(
        StringComparer.Ordinal, "count", "find", "rfind", "index", "rindex", "startswith", "endswith");

    public static Method? Find(string name)
    {
        if (name is "striptags" or "unescape")
        {
            return (_, self, _) => name == "striptags" ? HtmlText.StripTags(((Markup)self).Text) : HtmlText.Unescape(((Markup)self).Text);
        }

        if (StringMethods.Find(name) is not { } method)
        {
            return null;
        }

        return (rendering, self, arguments) => Safe(method(
            rendering, ((Markup)self).Text, _questions.Contains(name) ? arguments : Escaped(name, arguments, rendering.Budget)));
    }

    private static Arguments Escaped(string name, Arguments arguments, Budget budget)
    {
        if (name == "join" && arguments.Positional.Length == 1)
        {
            return Arguments.Of(new PyList([.. Iteration.Of(arguments.Positional[0], budget).Select(Html.EscapeAll)]));
        }

        return new Arguments(
            [.. arguments.Positional.Select(Html.EscapeAll)],
            arguments.Named?.ConvertAll(pair => KeyValuePair.Create(pair.Key, Html.EscapeAll(pair.Value))));
    }

    private static object? Safe(object? value) => value switch
    {
        string text => new Markup(text),
        PyList list => new PyList([.. list.Items.Select(Safe)]),
        PyTuple tuple => new PyTuple([.. tuple.Items.Select(Safe)]),
        _ => value,
    };
}
