using System.Collections.Frozen;
using Middeck.Workflows.Nodes;

namespace Middeck.Workflows.Engine;

/// <summary>Who does the work of which type of node: the nodes of this room, and those that the caller brings.</summary>
public sealed class NodeCatalog
{
    private readonly FrozenDictionary<string, INodeExecutor> _executors;

    /// <summary>A caller's executor takes the place of this room's for the same type.</summary>
    /// <param name="executors">Nodes with effects.</param>
    /// <param name="templates">Renders the templates of <c>template-transform</c>; without it such a node fails.</param>
    public NodeCatalog(IEnumerable<INodeExecutor>? executors = null, ITemplateRenderer? templates = null)
    {
        var all = new Dictionary<string, INodeExecutor>(StringComparer.Ordinal);
        INodeExecutor[] own =
        [
            new StartNode(Graphs.NodeTypes.Start),
            new StartNode(Graphs.NodeTypes.TriggerWebhook),
            new StartNode(Graphs.NodeTypes.TriggerSchedule),
            new StartNode(Graphs.NodeTypes.TriggerPlugin),
            new PassNode(Graphs.NodeTypes.IterationStart),
            new PassNode(Graphs.NodeTypes.LoopStart),
            new PassNode(Graphs.NodeTypes.LoopEnd),
            new EndNode(),
            new AnswerNode(),
            new IfElseNode(),
            new VariableAggregatorNode(),
            new AssignerNode(),
            new ListOperatorNode(),
            new HumanInputNode(),
            new TemplateTransformNode(templates),
        ];
        foreach (var executor in own.Concat(executors ?? []))
        {
            all[executor.Type] = executor;
        }

        _executors = all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The executor of a type; one that fails with a sentence when there is none.</summary>
    public INodeExecutor Find(string type) => _executors.GetValueOrDefault(type) ?? PlaceholderNode.Instance;
}
