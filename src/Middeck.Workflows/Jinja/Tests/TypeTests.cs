using System.Numerics;
using Middeck.Workflows.Jinja.Filters;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Tests;

/// <summary>The tests that ask what a value is.</summary>
internal static class TypeTests
{
    private static readonly Signature _none = new("test", 0);

    public static IEnumerable<KeyValuePair<string, Test>> All { get; } = new Dictionary<string, Test>
    {
        ["defined"] = Is(value => value is not Undefined),
        ["undefined"] = Is(value => value is Undefined),
        ["none"] = Is(value => value is null),
        ["boolean"] = Is(value => value is bool),
        ["true"] = Is(value => value is true),
        ["false"] = Is(value => value is false),
        ["integer"] = Is(value => value is long or BigInteger),
        ["float"] = Is(value => value is double),
        ["number"] = Is(Numbers.Is),
        ["string"] = Is(value => value is string or Markup),
        ["mapping"] = Is(value => value is PyDict),
        ["sequence"] = Is(value => value is string or Markup or PyList or PyTuple or PyDict or PyRange or Undefined),
        ["iterable"] = Is(Iteration.IsIterable),
        ["callable"] = Is(value => value is ICallable or Undefined),
        ["escaped"] = Is(value => value is Markup),
        ["filter"] = Is(value => Str.Of(value) is { } name && AllFilters.Find(name) is not null),
        ["test"] = Is(value => Str.Of(value) is { } name && AllTests.Find(name) is not null),
        ["lower"] = Case("islower"),
        ["upper"] = Case("isupper"),
    };

    private static Test Is(Func<object?, bool> ask) => (_, value, arguments) =>
    {
        _none.Bind(arguments);
        return ask(value);
    };

    private static Test Case(string method) => (rendering, value, arguments)
        => StringMethods.Find(method)!(rendering, Repr.Str(value, rendering.Budget), arguments);
}
