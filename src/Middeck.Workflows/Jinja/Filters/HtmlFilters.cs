using System.Buffers;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Filters;

/// <summary>The filters for HTML and addresses.</summary>
internal static class HtmlFilters
{
    private static readonly SearchValues<char> _notInNames = SearchValues.Create(" \t\n\r\f\v/>=");
    private static readonly Signature _none = new("filter", 0);
    private static readonly Signature _xml = new("do_xmlattr", 0, "autospace");
    private static readonly Signature _links = new("do_urlize", 0, "trim_url_limit", "nofollow", "target", "rel", "extra_schemes");

    public static IEnumerable<KeyValuePair<string, Filter>> All { get; } = new Dictionary<string, Filter>
    {
        ["e"] = Escape,
        ["escape"] = Escape,
        ["forceescape"] = (rendering, value, arguments) =>
        {
            _none.Bind(arguments);
            return new Markup(Html.Escape(Repr.Str(value, rendering.Budget)));
        },
        ["safe"] = (rendering, value, arguments) =>
        {
            _none.Bind(arguments);
            return value is Markup ? value : new Markup(Repr.Str(value, rendering.Budget));
        },
        ["striptags"] = (rendering, value, arguments) =>
        {
            _none.Bind(arguments);
            return HtmlText.StripTags(Repr.Str(value, rendering.Budget));
        },
        ["xmlattr"] = Attributes,
        ["urlencode"] = UrlEncode,
        ["urlize"] = Urlize,
    };

    private static object? Escape(Rendering rendering, object? value, Arguments arguments)
    {
        _none.Bind(arguments);
        return value is Markup ? value : new Markup(Html.Escape(value, rendering.Budget));
    }

    private static object? Attributes(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _xml.Bind(arguments);
        var dict = value as PyDict ?? throw (value is Undefined undefined
            ? undefined.Fail()
            : Failures.Attribute($"'{TypeNames.Of(value)}' object has no attribute 'items'"));
        List<string> attributes = [];
        foreach (var (key, item) in dict.Pairs)
        {
            if (item is null or Undefined)
            {
                continue;
            }

            var name = Str.Of(key) ?? throw Failures.Type("expected string or bytes-like object");
            if (name.AsSpan().ContainsAny(_notInNames))
            {
                throw Failures.Value($"Invalid character in attribute name: {Repr.Of(name)}");
            }

            attributes.Add($"{Html.Escape(key)}=\"{Html.Escape(item, rendering.Budget)}\"");
        }

        rendering.Budget.Text(attributes.Sum(attribute => (long)attribute.Length));
        var text = string.Join(' ', attributes);
        return rendering.Written((!values.Given(0) || values.Flag(0)) && text.Length > 0 ? " " + text : text);
    }

    private static object? UrlEncode(Rendering rendering, object? value, Arguments arguments)
    {
        _none.Bind(arguments);
        var budget = rendering.Budget;
        if (Str.Of(value) is not null || !Iteration.IsIterable(value))
        {
            return UrlText.Quote(Repr.Str(value, budget), inQuery: false, budget);
        }

        var pairs = value is PyDict dict ? new DictView(dict, DictViewKind.Items) : value;
        return Joining.Join("&", Iteration.Of(pairs, budget), pair =>
        {
            if (!Iteration.IsIterable(pair))
            {
                throw Failures.Type($"cannot unpack non-iterable {TypeNames.Of(pair)} object");
            }

            var items = Iteration.ToList(pair, budget);
            return items.Count != 2
                ? throw Failures.Value(items.Count < 2 ? "not enough values to unpack (expected 2)" : "too many values to unpack (expected 2)")
                : $"{UrlText.Quote(Repr.Str(items[0], budget), inQuery: true, budget)}={UrlText.Quote(Repr.Str(items[1], budget), inQuery: true, budget)}";
        }, budget);
    }

    private static object? Urlize(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _links.Bind(arguments);
        var rel = new SortedSet<string>(StringComparer.Ordinal) { "noopener" };
        if (values.Flag(1))
        {
            rel.Add("nofollow");
        }

        rel.UnionWith((values.Or(3) is { } given ? StringMethods.Text(given) : "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        List<string> schemes = values.Or(4) is { } more
            ? [.. Iteration.ToList(more, rendering.Budget).Select(StringMethods.Text)]
            : [];
        if (schemes.Find(scheme => !IsScheme(scheme)) is { } wrong)
        {
            throw Failures.Argument($"{Repr.Of(wrong)} is not a valid URI scheme prefix.");
        }

        var links = new Links(
            values.Or(0) is null ? null : values.Whole(0, 0), string.Join(' ', rel), values.Or(2) is { } target ? Repr.Str(target) : null,
            schemes, rendering.Budget);
        return rendering.Written(links.In(Html.Escape(value, rendering.Budget)));
    }

    // "ftp:" or "ftp://"
    private static bool IsScheme(string text)
    {
        var name = text.IndexOf(':', StringComparison.Ordinal);
        return name >= 2 && text[..name].All(letter => Str.IsWord(letter) || letter is '.' or '+' or '-') && text[name..] is ":" or ":/" or "://";
    }
}
