using System.Collections.Frozen;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Tests;

/// <summary>The tests by their names.</summary>
internal static class AllTests
{
    private static readonly FrozenDictionary<string, Test> _all = ((IEnumerable<KeyValuePair<string, Test>>)
    [
        .. TypeTests.All, .. ComparisonTests.All,
    ]).ToFrozenDictionary(StringComparer.Ordinal);

    public static Test? Find(string name) => _all.GetValueOrDefault(name);

    /// <summary>A test whose name is a value of the template.</summary>
    public static Test Get(object? name) => (Str.Of(name) is { } text ? Find(text) : null)
        ?? throw Failures.Runtime($"No test named {Repr.Of(name)}.");
}
