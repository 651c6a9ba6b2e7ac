using Middeck.Studio.Configuration;
using Middeck.Workflows.Graphs;

namespace Middeck.Studio.Workflows.Triggers;

/// <summary>A node of a graph where runs begin by themselves.</summary>
internal sealed record TriggerNode(TriggerKind Kind, GraphNode Node)
{
    /// <summary>Those of an app's graph.</summary>
    public static IReadOnlyList<TriggerNode> Of(AppConfig config)
        => [.. config.Workflow.Roots.Where(static node => KindOf(node) is not null).Select(static node => new TriggerNode(KindOf(node)!.Value, node))];

    private static TriggerKind? KindOf(GraphNode node) => node.Type switch
    {
        NodeTypes.TriggerWebhook => TriggerKind.Webhook,
        NodeTypes.TriggerSchedule => TriggerKind.Schedule,
        _ => null,
    };
}
