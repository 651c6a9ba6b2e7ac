using Middeck.Workflows.Jinja.Expressions;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Tests;

/// <summary>The tests that compare with another value.</summary>
internal static class ComparisonTests
{
    private static readonly Signature _none = new("test", 0);
    private static readonly Signature _other = new("test", 1, "other");

    public static IEnumerable<KeyValuePair<string, Test>> All { get; } =
    [
        .. Named("==", "==", "eq", "equalto"),
        .. Named("!=", "!=", "ne"),
        .. Named(">", ">", "gt", "greaterthan"),
        .. Named(">=", ">=", "ge"),
        .. Named("<", "<", "lt", "lessthan"),
        .. Named("<=", "<=", "le"),
        .. Named("in", "in"),
        KeyValuePair.Create<string, Test>("sameas", (_, value, arguments) => Identical(value, _other.Bind(arguments)[0])),
        KeyValuePair.Create<string, Test>("odd", (rendering, value, arguments) => Rest(rendering, value, 2L, arguments, 1)),
        KeyValuePair.Create<string, Test>("even", (rendering, value, arguments) => Rest(rendering, value, 2L, arguments, 0)),
        KeyValuePair.Create<string, Test>("divisibleby", (rendering, value, arguments)
            => Rest(rendering, value, _other.Bind(arguments)[0], Arguments.None, 0)),
    ];

    private static IEnumerable<KeyValuePair<string, Test>> Named(string sign, params string[] names)
        => names.Select(name => KeyValuePair.Create<string, Test>(
            name, (rendering, value, arguments) => CompareExpression.Holds(value, sign, _other.Bind(arguments)[0], rendering.Budget)));

    private static object Rest(Rendering rendering, object? value, object? by, Arguments arguments, long wanted)
    {
        _none.Bind(arguments);
        return Comparing.Same(Operators.Modulo(value, by, rendering), wanted, rendering.Budget);
    }

    // Python has one object for each of None, True, False and each small integer or short text of a template.
    private static bool Identical(object? one, object? other)
        => ReferenceEquals(one, other) || (one is not null && other is not null && one.GetType() == other.GetType()
            && one is bool or long or string && one.Equals(other));
}
