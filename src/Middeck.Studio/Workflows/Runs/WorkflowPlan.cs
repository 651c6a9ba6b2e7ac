using System.Runtime.CompilerServices;
using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>A graph app's configuration, read for running it.</summary>
internal sealed class WorkflowPlan
{
    private static readonly ConditionalWeakTable<AppConfig, WorkflowPlan> _read = [];

    private WorkflowPlan(AppConfig config)
    {
        Config = config.Root;
        Graph = WorkflowGraph.Read(config.Root.Member("graph") ?? default);
        ConversationVariables = config.Root.Member("conversation_variables") ?? default;
    }

    /// <summary>The DSL's section <c>workflow</c>.</summary>
    public JsonElement Config { get; }

    /// <summary>The graph.</summary>
    public WorkflowGraph Graph { get; }

    /// <summary>What each conversation begins with, as the DSL declares it.</summary>
    public JsonElement ConversationVariables { get; }

    /// <summary>The node that callers give inputs to; null when the app is started by triggers only.</summary>
    public GraphNode? Start => Graph.Roots.FirstOrDefault(node => node.Type == NodeTypes.Start);

    /// <summary>The plan of a configuration; read once for each.</summary>
    public static WorkflowPlan Of(AppConfig config) => _read.GetValue(config, static read => new WorkflowPlan(read));

    /// <summary>The variables of the prefix <c>env</c>.</summary>
    public IReadOnlyDictionary<string, Segment> Environment()
        => DeclaredVariables.Read(Config.Member("environment_variables") ?? default);
}
