using System.Text.Json;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>A run with what its nodes did.</summary>
/// <param name="Run">The run.</param>
/// <param name="Graph">The graph that it ran.</param>
/// <param name="Nodes">The nodes in the order in which they began, each as the data of Dify's <c>node_finished</c> (or <c>node_started</c>) with its <c>key</c>.</param>
/// <param name="Forms">What people were or are asked.</param>
internal sealed record WorkflowRunDetail(
    WorkflowRunInfo Run, JsonElement Graph, IReadOnlyList<JsonElement> Nodes, IReadOnlyList<WorkflowFormInfo> Forms);
