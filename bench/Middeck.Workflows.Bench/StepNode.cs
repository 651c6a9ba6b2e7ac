using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Bench;

/// <summary>A node that adds one to what another gave.</summary>
internal sealed class StepNode : INodeExecutor
{
    public string Type => "step";

    public bool HasEffects => false;

    public ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var from = context.Node.Settings(node => Selector.Read(node.Data, "from"));
        return ValueTask.FromResult(NodeResult.Success(new Dictionary<string, Segment>(1)
        {
            ["value"] = Segment.Of(context.Require(from).Integer + 1),
        }));
    }
}
