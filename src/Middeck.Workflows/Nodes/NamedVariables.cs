using System.Text.Json;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>Variables under the names that a node gives them: <c>[{"variable": "arg1", "value_selector": ["llm", "text"]}]</c>.</summary>
internal sealed record NamedVariables(IReadOnlyList<(string Name, Selector Selector)> All)
{
    public static NamedVariables Read(JsonElement data, string field)
        => new([.. data.List(field).Select(entry => (entry.Text("variable") ?? "", Selector.Read(entry, "value_selector")))]);
}
