using Middeck.Workflows.Engine;

namespace Middeck.Workflows.Nodes;

/// <summary>A node that is only a place in the graph: where a container begins or ends.</summary>
internal sealed class PassNode(string type) : INodeExecutor
{
    public string Type => type;

    public bool HasEffects => false;

    public ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
        => ValueTask.FromResult(NodeResult.Success());
}
