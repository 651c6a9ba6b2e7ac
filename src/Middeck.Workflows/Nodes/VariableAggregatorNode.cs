using System.Text.Json;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>Gives the first of several variables that has a value; in groups, one for each group.</summary>
internal sealed class VariableAggregatorNode : INodeExecutor
{
    public string Type => NodeTypes.VariableAggregator;

    public bool HasEffects => false;

    public ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var outputs = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        var inputs = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var (name, selectors) in context.Node.Settings(Read).Groups)
        {
            var found = selectors
                .Select(selector => (Selector: selector, Value: context.Variables.Find(selector)))
                .FirstOrDefault(one => one.Value is { IsNone: false });
            if (found.Value is null)
            {
                continue;
            }

            inputs[string.Join('.', found.Selector.Parts.Skip(1))] = found.Value;
            if (name is null)
            {
                outputs["output"] = found.Value;
            }
            else
            {
                outputs[name] = Segment.Of(new OrderedDictionary<string, Segment> { ["output"] = found.Value });
            }
        }

        return ValueTask.FromResult(NodeResult.Success(outputs) with { Inputs = inputs });
    }

    // {"variables": [["a", "text"], ["b", "text"]], "advanced_settings": {"group_enabled": true, "groups": [{"group_name": "G", "variables": […]}]}}
    private static Choices Read(GraphNode node)
    {
        var advanced = node.Data.Child("advanced_settings");
        return new(advanced.Flag("group_enabled") ?? false
            ? [.. advanced.List("groups").Select(group => (group.Text("group_name"), Selectors(group)))]
            : [(null, Selectors(node.Data))]);
    }

    private static Selector[] Selectors(JsonElement from) => [.. from.List("variables").Select(Selector.Read).OfType<Selector>()];

    private sealed record Choices(IReadOnlyList<(string? Name, Selector[] Selectors)> Groups);
}
