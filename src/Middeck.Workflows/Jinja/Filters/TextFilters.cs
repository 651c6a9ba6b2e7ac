using System.Text;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Filters;

/// <summary>The filters that change a text.</summary>
internal static class TextFilters
{
    private static readonly Signature _none = new("filter", 0);
    private static readonly Signature _center = new("do_center", 0, "width");
    private static readonly Signature _indent = new("do_indent", 0, "width", "first", "blank");
    private static readonly Signature _replace = new("do_replace", 2, "old", "new", "count");
    private static readonly Signature _trim = new("do_trim", 0, "chars");
    private static readonly Signature _truncate = new("do_truncate", 0, "length", "killwords", "end", "leeway");
    private static readonly Signature _wrap = new("do_wordwrap", 0, "width", "break_long_words", "wrapstring", "break_on_hyphens");

    public static IEnumerable<KeyValuePair<string, Filter>> All { get; } = new Dictionary<string, Filter>
    {
        ["upper"] = Plain(Str.Upper),
        ["lower"] = Plain(Str.Lower),
        ["capitalize"] = Plain(Str.Capitalize),
        ["title"] = Plain(Title),
        ["string"] = (rendering, value, arguments) =>
        {
            _none.Bind(arguments);
            return value is Markup ? value : Repr.Str(value, rendering.Budget);
        },
        ["center"] = (rendering, value, arguments) => Soft(
            value, rendering, text => Padding.Center(text, _center.Bind(arguments).Whole(0, 80), " ", rendering.Budget)),
        ["trim"] = (rendering, value, arguments) => Soft(
            value, rendering, text => Stripping.Strip(text, _trim.Bind(arguments).Or(0), true, true)),
        ["replace"] = Replace,
        ["indent"] = Indent,
        ["truncate"] = Truncate,
        ["wordwrap"] = Wrap,
        ["wordcount"] = (rendering, value, arguments) =>
        {
            _none.Bind(arguments);
            return (long)Words(Repr.Str(value, rendering.Budget));
        },
    };

    private static Filter Plain(Func<string, string> change) => (rendering, value, arguments) =>
    {
        _none.Bind(arguments);
        return Soft(value, rendering, change);
    };

    // A safe text stays safe.
    private static object Soft(object? value, Rendering rendering, Func<string, string> change)
    {
        var text = Repr.Str(value, rendering.Budget);
        rendering.Budget.Text(text.Length);
        var changed = change(text);
        return value is Markup ? new Markup(changed) : changed;
    }

    private static string Title(string text)
    {
        var title = new StringBuilder(text.Length);
        var inWord = false;
        foreach (var letter in text)
        {
            var separates = Str.IsSpace(letter) || letter is '-' or '(' or '{' or '[' or '<';
            title.Append(separates ? letter.ToString() : inWord ? char.ToLowerInvariant(letter).ToString() : Str.Upper(letter.ToString()));
            inWord = !separates;
        }

        return title.ToString();
    }

    private static object? Replace(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _replace.Bind(arguments);
        var count = values.Or(2) is null ? -1 : values.Whole(2, -1);
        var budget = rendering.Budget;
        if (!rendering.Autoescape)
        {
            return Replacing.Replace(
                Repr.Str(value, budget), Repr.Str(values[0], budget), Repr.Str(values[1], budget), count, budget);
        }

        if (value is not Markup && (values[0] is Markup || values[1] is Markup))
        {
            value = new Markup(Html.Escape(value, budget));
        }

        return value is Markup safe
            ? new Markup(Replacing.Replace(safe.Text, Html.Escape(values[0], budget), Html.Escape(values[1], budget), count, budget))
            : Replacing.Replace(Repr.Str(value, budget), Repr.Str(values[0], budget), Repr.Str(values[1], budget), count, budget);
    }

    private static object? Indent(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _indent.Bind(arguments);
        var budget = rendering.Budget;
        if (value is PyList)
        {
            throw Failures.Attribute("'list' object has no attribute 'splitlines'");
        }

        var text = Text(Operators.Add(value, "\n", budget));
        var width = values.Given(0) && Str.Of(values[0]) is null ? values.Whole(0, 4) : 4;
        budget.Text(width);
        var indent = values.Given(0) && Str.Of(values[0]) is { } given ? given : new string(' ', Math.Max(width, 0));
        var lines = Str.Lines(text);
        budget.Text(text.Length + ((long)lines.Count * indent.Length));
        var blank = values.Flag(2);
        var indented = new StringBuilder(values.Flag(1) ? indent : "").Append(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            indented.Append('\n').Append(blank || line.Length > 0 ? indent : "").Append(line);
        }

        return value is Markup ? new Markup(indented.ToString()) : indented.ToString();
    }

    private static object? Truncate(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _truncate.Bind(arguments);
        var length = values.Whole(0, 255);
        var end = values.Given(2) ? Text(values[2]) : "...";
        var leeway = values.Or(3) is null ? 5 : values.Whole(3, 5);
        var tail = Str.Length(end);
        if (length < tail)
        {
            throw Failures.AssertionFailed(FormattableString.Invariant($"expected length >= {tail}, got {length}"));
        }

        if (leeway < 0)
        {
            throw Failures.AssertionFailed(FormattableString.Invariant($"expected leeway >= 0, got {leeway}"));
        }

        var count = Iteration.Length(value) ?? throw Failures.Type($"object of type '{TypeNames.Of(value)}' has no len()");
        if (count <= (long)length + leeway)
        {
            return value;
        }

        var cut = Str.Start(Text(value), length - tail);
        var space = values.Flag(1) ? -1 : cut.LastIndexOf(' ');
        var text = (space >= 0 ? cut[..space] : cut) + (value is Markup ? Html.Escape(end) : end);
        return value is Markup ? new Markup(text) : text;
    }

    private static object? Wrap(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _wrap.Bind(arguments);
        if (Str.Of(value) is not { } text)
        {
            throw value is Undefined undefined ? undefined.Fail()
                : Failures.Attribute($"'{TypeNames.Of(value)}' object has no attribute 'splitlines'");
        }

        var wrapper = new WordWrap(
            values.Whole(0, 79), !values.Given(1) || values.Flag(1), !values.Given(3) || values.Flag(3), rendering.Budget);
        var end = values.Or(2) is { } given ? Text(given) : "\n";
        return Joining.Join(end, Str.Lines(text).Select(line => (object?)string.Join(end, wrapper.Wrap(line))), Text, rendering.Budget);
    }

    private static int Words(string text)
    {
        var (words, inWord) = (0, false);
        foreach (var letter in text)
        {
            var isWord = Str.IsWord(letter);
            words += isWord && !inWord ? 1 : 0;
            inWord = isWord;
        }

        return words;
    }

    private static string Text(object? value) => StringMethods.Text(value);
}
