using System.Text.Json;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;

namespace Middeck.Workflows.Events;

/// <summary>The data of <c>node_started</c>, <c>node_finished</c> and <c>node_retry</c>.</summary>
internal static class DifyNodeData
{
    public static void Write(GraphEvent what, DifyEventContext context, Utf8JsonWriter to)
    {
        switch (what)
        {
            case NodeStarted started:
                WriteHead(started.Execution, to);
                to.WriteNull("inputs");
                to.WriteBoolean("inputs_truncated", false);
                break;
            case NodeFinished finished:
                WriteHead(finished.Execution, to);
                WriteResult(
                    finished.Execution, finished.Record.Result, NodeRecordJson.NameOf(finished.Record.Status), finished.Elapsed, finished.At, context, to);
                break;
            case NodeRetried retried:
                WriteHead(retried.Execution, to);
                WriteResult(retried.Execution, retried.Result, "retry", retried.Elapsed, retried.At, context, to);
                to.WriteNumber("retry_index", retried.Retry);
                break;
            default:
                throw new ArgumentException($"{what.GetType().Name} is no event of a node.", nameof(what));
        }
    }

    private static void WriteHead(NodeExecution execution, Utf8JsonWriter to)
    {
        to.WriteString("id", execution.Id);
        to.WriteString("node_id", execution.Node.Id);
        to.WriteString("node_type", execution.Node.Type);
        to.WriteString("title", execution.Node.Title);
        to.WriteNumber("index", execution.Index);
        to.WriteString("predecessor_node_id", execution.PredecessorId);
        to.WriteNumber("created_at", execution.StartedAt.ToUnixTimeSeconds());
        DifyEventData.WriteEmpty("extras", to);
        to.WriteString("iteration_id", execution.IterationId);
        to.WriteString("loop_id", execution.LoopId);
        if (execution.Node.Data.Text("agent_strategy_name") is { } strategy)
        {
            to.WriteStartObject("agent_strategy");
            to.WriteString("name", strategy);
            to.WriteNull("icon");
            to.WriteEndObject();
        }
        else
        {
            to.WriteNull("agent_strategy");
        }
    }

    private static void WriteResult(
        NodeExecution execution,
        NodeResult result,
        string status,
        TimeSpan elapsed,
        DateTimeOffset at,
        DifyEventContext context,
        Utf8JsonWriter to)
    {
        DifyEventData.WriteCut("inputs", result.Inputs, context.HidesDetails, to);
        DifyEventData.WriteCut("process_data", result.ProcessData, context.HidesDetails, to);
        DifyEventData.WriteCut("outputs", result.Outputs, context.HidesDetails, to);
        to.WriteString("status", status);
        to.WriteString("error", result.Error);
        to.WriteNumber("elapsed_time", elapsed.TotalSeconds);
        if (context.HidesDetails)
        {
            to.WriteNull("execution_metadata");
        }
        else
        {
            DifyEventData.WriteMetadata(execution, result, result.Usage + execution.InnerUsage, to);
        }

        to.WriteNumber("finished_at", at.ToUnixTimeSeconds());
        DifyEventData.WriteFiles(result.Outputs, to);
    }
}
