using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Filters;

/// <summary>The filters that write values, and those for values that may not be there.</summary>
internal static class FormatFilters
{
    private static readonly Signature _none = new("filter", 0);
    private static readonly Signature _default = new("do_default", 0, "default_value", "boolean");
    private static readonly Signature _attribute = new("do_attr", 1, "name");
    private static readonly Signature _json = new("do_tojson", 0, "indent");

    public static IEnumerable<KeyValuePair<string, Filter>> All { get; } = new Dictionary<string, Filter>
    {
        ["default"] = Default,
        ["d"] = Default,
        ["attr"] = Attribute,
        ["format"] = Format,
        ["pprint"] = (rendering, value, arguments) =>
        {
            _none.Bind(arguments);
            return Pretty.Of(value, rendering.Budget);
        },
        ["tojson"] = ToJson,
    };

    private static object? Default(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _default.Bind(arguments);
        return value is Undefined || (values.Flag(1) && !Truth.Of(value)) ? values.Or(0, "") : value;
    }

    private static object? Attribute(Rendering rendering, object? value, Arguments arguments)
    {
        var name = StringMethods.Text(_attribute.Bind(arguments)[0]);
        var own = Members.OwnAttribute(value, name);
        return own == (object)Missing.Value ? Undefined.Member(value, name) : own;
    }

    private static object? Format(Rendering rendering, object? value, Arguments arguments)
    {
        if (arguments.Positional.Length > 0 && arguments.Named is not null)
        {
            throw Failures.Argument("can't handle positional and keyword arguments at the same time");
        }

        object given = new PyTuple(arguments.Positional);
        if (arguments.Named is not null)
        {
            var named = new PyDict();
            foreach (var (key, item) in arguments.Named)
            {
                named[key] = item;
            }

            given = named;
        }

        return Operators.Modulo(value is Markup ? value : Repr.Str(value, rendering.Budget), given, rendering);
    }

    private static object? ToJson(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _json.Bind(arguments);
        var indent = values.Or(0) is not { } given ? null
            : Str.Of(given) ?? new string(' ', Math.Clamp(values.Whole(0, 0), 0, 1000));
        return new Markup(JsonText.Of(value, indent, rendering.Budget));
    }
}
