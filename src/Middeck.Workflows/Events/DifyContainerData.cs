using System.Text.Json;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Events;

/// <summary>The data of the events of iterations and loops.</summary>
internal static class DifyContainerData
{
    public static void Write(GraphEvent what, DifyEventContext context, Utf8JsonWriter to)
    {
        switch (what)
        {
            case ContainerStarted started:
                WriteHead(started.Execution, started.Execution.StartedAt, to);
                to.WriteStartObject("metadata");
                to.WriteNumber(started.Execution.Node.Type == NodeTypes.Loop ? "loop_length" : "iterator_length", started.Length);
                to.WriteEndObject();
                DifyEventData.WriteCut("inputs", started.Inputs, context.HidesDetails, to);
                break;
            case ContainerNext next:
                WriteHead(next.Execution, next.At, to);
                to.WriteNumber("index", next.Index);
                if (next.Previous is { } previous)
                {
                    to.WritePropertyName("pre_loop_output");
                    (context.HidesDetails ? Segment.None : previous).Write(to);
                }

                break;
            case ContainerFinished finished:
                WriteFinished(finished, context, to);
                break;
            default:
                throw new ArgumentException($"{what.GetType().Name} is no event of a container.", nameof(what));
        }
    }

    private static void WriteHead(NodeExecution execution, DateTimeOffset createdAt, Utf8JsonWriter to)
    {
        to.WriteString("id", execution.Id);
        to.WriteString("node_id", execution.Node.Id);
        to.WriteString("node_type", execution.Node.Type);
        to.WriteString("title", execution.Node.Title);
        to.WriteNumber("created_at", createdAt.ToUnixTimeSeconds());
        DifyEventData.WriteEmpty("extras", to);
    }

    private static void WriteFinished(ContainerFinished finished, DifyEventContext context, Utf8JsonWriter to)
    {
        WriteHead(finished.Execution, finished.Execution.StartedAt, to);
        DifyEventData.WriteCut("outputs", finished.Result.Outputs, context.HidesDetails, to);
        DifyEventData.WriteCut("inputs", finished.Inputs, context.HidesDetails, to);
        to.WriteString("status", NodeRecordJson.NameOf(finished.Result.Error is null ? NodeStatus.Succeeded : NodeStatus.Failed));
        to.WriteString("error", finished.Result.Error);
        to.WriteNumber("elapsed_time", finished.Elapsed.TotalSeconds);
        to.WriteNumber("total_tokens", finished.Usage.TotalTokens);
        DifyEventData.WriteMetadata(finished.Execution, finished.Result, finished.Usage, to);
        to.WriteNumber("finished_at", finished.At.ToUnixTimeSeconds());
        to.WriteNumber("steps", finished.Rounds);
    }
}
