using System.Collections.Frozen;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Filters;

/// <summary>The filters by their names.</summary>
internal static class AllFilters
{
    private static readonly FrozenDictionary<string, Filter> _all = ((IEnumerable<KeyValuePair<string, Filter>>)
    [
        .. TextFilters.All, .. HtmlFilters.All, .. NumberFilters.All, .. SequenceFilters.All, .. PickingFilters.All,
        .. OrderFilters.All, .. FormatFilters.All,
    ]).ToFrozenDictionary(StringComparer.Ordinal);

    public static Filter? Find(string name) => _all.GetValueOrDefault(name);

    /// <summary>A filter whose name is a value of the template.</summary>
    public static Filter Get(object? name) => (Str.Of(name) is { } text ? Find(text) : null)
        ?? throw Failures.Runtime($"No filter named {Repr.Of(name)}.");
}
