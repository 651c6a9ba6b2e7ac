using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Filters;

/// <summary>The filters that sort, group and find the least and the greatest.</summary>
internal static class OrderFilters
{
    private static readonly Signature _sort = new("do_sort", 0, "reverse", "case_sensitive", "attribute");
    private static readonly Signature _dictSort = new("do_dictsort", 0, "case_sensitive", "by", "reverse");
    private static readonly Signature _group = new("do_groupby", 1, "attribute", "default", "case_sensitive");
    private static readonly Signature _unique = new("do_unique", 0, "case_sensitive", "attribute");
    private static readonly string[] _groupNames = ["grouper", "list"];

    public static IEnumerable<KeyValuePair<string, Filter>> All { get; } = new Dictionary<string, Filter>
    {
        ["sort"] = Sort,
        ["dictsort"] = DictSort,
        ["groupby"] = GroupBy,
        ["unique"] = Unique,
        ["min"] = (rendering, value, arguments) => Extreme(rendering, value, arguments, "<"),
        ["max"] = (rendering, value, arguments) => Extreme(rendering, value, arguments, ">"),
    };

    private static object? Sort(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _sort.Bind(arguments);
        var key = AttributePath.Several(values.Or(2), AttributePath.Case(values.Flag(1)));
        return new PyList(Sorting.Sorted(Iteration.ToList(value, rendering.Budget), key, values.Flag(0), rendering.Budget));
    }

    private static object? DictSort(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _dictSort.Bind(arguments);
        var by = values.Given(1) ? Str.Of(values[1]) : "key";
        if (by is not ("key" or "value"))
        {
            throw Failures.Argument("You can only sort by either \"key\" or \"value\"");
        }

        var dict = value as PyDict ?? throw (value is Undefined undefined
            ? undefined.Fail()
            : Failures.Attribute($"'{TypeNames.Of(value)}' object has no attribute 'items'"));
        var change = AttributePath.Case(values.Flag(0));
        var at = by == "key" ? 0 : 1;
        var pairs = Iteration.ToList(new DictView(dict, DictViewKind.Items), rendering.Budget);
        return new PyList(Sorting.Sorted(pairs, pair => change(((PyTuple)pair!).Items[at]), values.Flag(2), rendering.Budget));
    }

    private static object? GroupBy(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _group.Bind(arguments);
        var budget = rendering.Budget;
        var get = AttributePath.Getter(values[0], values.Or(1));
        var sensitive = values.Flag(2);
        var change = AttributePath.Case(sensitive);
        var groups = new List<object?>();
        PyList? group = null;
        object? last = null;
        foreach (var item in Sorting.Sorted(Iteration.ToList(value, budget), item => change(get(item)), reverse: false, budget))
        {
            var key = change(get(item));
            if (group is null || !Comparing.Same(key, last, budget))
            {
                group = new PyList([]);
                // The first item's own writing of the key.
                groups.Add(new PyTuple([get(item), group], _groupNames));
                last = key;
            }

            group.Items.Add(item);
        }

        return new PyList(groups);
    }

    private static object? Unique(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _unique.Bind(arguments);
        return PyIterator.Generator(Distinct(
            rendering.Budget, value, AttributePath.Getter(values.Or(1)), AttributePath.Case(values.Flag(0))));
    }

    private static IEnumerable<object?> Distinct(
        Budget budget, object? value, Func<object?, object?> get, Func<object?, object?> change)
    {
        var seen = new PyDict();
        foreach (var item in Iteration.Of(value, budget))
        {
            var key = change(get(item));
            if (!seen.Contains(key))
            {
                DictMethods.Set(seen, key, null, budget);
                yield return item;
            }
        }
    }

    private static object? Extreme(Rendering rendering, object? value, Arguments arguments, string sign)
    {
        var values = _unique.Bind(arguments);
        var get = AttributePath.Getter(values.Or(1));
        var change = AttributePath.Case(values.Flag(0));
        object? found = Missing.Value;
        object? best = null;
        foreach (var item in Iteration.Of(value, rendering.Budget))
        {
            var key = change(get(item));
            if (found == (object)Missing.Value
                || Comparing.Order(key, best, sign, rendering.Budget) is { } order && (sign == "<" ? order < 0 : order > 0))
            {
                (found, best) = (item, key);
            }
        }

        return found == (object)Missing.Value ? Undefined.Because("No aggregated item, sequence was empty.") : found;
    }
}
