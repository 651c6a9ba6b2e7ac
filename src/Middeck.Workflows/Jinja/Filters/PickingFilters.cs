using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Tests;
using Middeck.Workflows.Jinja.Text;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Filters;

/// <summary>The filters that apply another filter or a test to every item, one at a time as they are asked for.</summary>
internal static class PickingFilters
{
    public static IEnumerable<KeyValuePair<string, Filter>> All { get; } = new Dictionary<string, Filter>
    {
        ["map"] = (rendering, value, arguments) => PyIterator.Generator(Map(rendering, value, arguments)),
        ["select"] = Picking(wanted: true, byAttribute: false),
        ["reject"] = Picking(wanted: false, byAttribute: false),
        ["selectattr"] = Picking(wanted: true, byAttribute: true),
        ["rejectattr"] = Picking(wanted: false, byAttribute: true),
    };

    private static IEnumerable<object?> Map(Rendering rendering, object? value, Arguments arguments)
    {
        if (!Truth.Of(value))
        {
            yield break;
        }

        var change = Change(rendering, arguments);
        foreach (var item in Iteration.Of(value, rendering.Budget))
        {
            yield return change(item);
        }
    }

    private static Func<object?, object?> Change(Rendering rendering, Arguments arguments)
    {
        if (arguments.Positional.Length == 0 && arguments.Named?.Exists(pair => pair.Key == "attribute") == true)
        {
            if (arguments.Named.Find(pair => pair.Key is not ("attribute" or "default")) is { Key: not null } unknown)
            {
                throw Failures.Argument($"Unexpected keyword argument {Repr.Of(unknown.Key)}");
            }

            return AttributePath.Getter(
                arguments.Named.Find(pair => pair.Key == "attribute").Value, arguments.Named.Find(pair => pair.Key == "default").Value);
        }

        if (arguments.Positional.Length == 0)
        {
            throw Failures.Argument("map requires a filter argument");
        }

        var rest = arguments.Skip(1);
        return item => AllFilters.Get(arguments.Positional[0])(rendering, item, rest);
    }

    private static Filter Picking(bool wanted, bool byAttribute) => (rendering, value, arguments)
        => PyIterator.Generator(Pick(rendering, value, arguments, wanted, byAttribute));

    private static IEnumerable<object?> Pick(Rendering rendering, object? value, Arguments arguments, bool wanted, bool byAttribute)
    {
        if (!Truth.Of(value))
        {
            yield break;
        }

        var given = arguments.Positional;
        if (byAttribute && given.Length == 0)
        {
            throw Failures.Argument("Missing parameter for attribute name");
        }

        var get = byAttribute ? AttributePath.Getter(given[0]) : null;
        var at = byAttribute ? 1 : 0;
        var rest = given.Length > at ? arguments.Skip(at + 1) : Arguments.None;
        foreach (var item in Iteration.Of(value, rendering.Budget))
        {
            var tested = get is null ? item : get(item);
            if (Truth.Of(given.Length > at ? AllTests.Get(given[at])(rendering, tested, rest) : tested) == wanted)
            {
                yield return item;
            }
        }
    }
}
