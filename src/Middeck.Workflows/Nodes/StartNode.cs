using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>Where a run begins: its outputs are the run's inputs and the system's variables.</summary>
internal sealed class StartNode(string type) : INodeExecutor
{
    public string Type => type;

    public bool HasEffects => false;

    public ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var outputs = new OrderedDictionary<string, Segment>(context.Request.Inputs, StringComparer.Ordinal);
        foreach (var (name, value) in context.Request.System)
        {
            outputs["sys." + name] = value;
        }

        return ValueTask.FromResult(NodeResult.Success(outputs) with { Inputs = outputs });
    }
}
