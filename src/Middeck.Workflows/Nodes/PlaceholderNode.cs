using Middeck.Workflows.Engine;

namespace Middeck.Workflows.Nodes;

/// <summary>Stands for every type of node that nobody here can run, so that the rest of the graph can.</summary>
internal sealed class PlaceholderNode : INodeExecutor
{
    public static PlaceholderNode Instance { get; } = new();

    public string Type => "";

    public bool HasEffects => false;

    public ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
        => ValueTask.FromResult(NodeResult.Failure(
            "NodeTypeNotFoundError", $"Nodes of the type '{context.Node.Type}' cannot run here. Replace the node '{context.Node.Id}'."));
}
