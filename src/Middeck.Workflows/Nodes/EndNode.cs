using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>Gathers results of a workflow. What a skipped node would have given is null.</summary>
internal sealed class EndNode : INodeExecutor
{
    public string Type => NodeTypes.End;

    public bool HasEffects => false;

    public ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var outputs = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var (name, selector) in context.Node.Settings(Read).All)
        {
            outputs[name] = context.Variables.Find(selector) ?? Segment.None;
        }

        return ValueTask.FromResult(NodeResult.Success(outputs) with { Inputs = outputs });
    }

    // [{"variable": "text", "value_selector": ["llm", "text"], "value_type": "string"}], the type may be missing
    private static NamedVariables Read(GraphNode node) => NamedVariables.Read(node.Data, "outputs");
}
