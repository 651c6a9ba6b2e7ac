using System.Text.Json;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Events;

/// <summary>Writes events as the JSON objects of Dify's streams: <c>{"event": "node_started", "task_id": …, "data": {…}}</c>.</summary>
public static class DifyEventWriter
{
    /// <summary>Writes one event as one object. False, and nothing is written, for what such a stream does not tell.</summary>
    public static bool Write(GraphEvent what, DifyEventContext context, Utf8JsonWriter to)
    {
        if (NameOf(what) is not { } name)
        {
            return false;
        }

        to.WriteStartObject();
        to.WriteString("event", name);
        to.WriteString("task_id", context.TaskId);
        if (context.ConversationId is not null)
        {
            to.WriteString("conversation_id", context.ConversationId);
            to.WriteString("message_id", context.MessageId);
            to.WriteNumber("created_at", what.At.ToUnixTimeSeconds());
        }

        if (what is TextChunk { IsAnswer: true } or TextReplaced { IsAnswer: true })
        {
            WriteMessage(what, context, to);
        }
        else
        {
            to.WriteString("workflow_run_id", context.RunId);
            to.WriteStartObject("data");
            WriteData(what, context, to);
            to.WriteEndObject();
        }

        to.WriteEndObject();
        return true;
    }

    /// <summary>How such a stream names an event; null for what it does not tell.</summary>
    public static string? NameOf(GraphEvent what) => what switch
    {
        RunStarted => "workflow_started",
        RunFinished => "workflow_finished",
        RunPaused => "workflow_paused",
        NodeStarted => "node_started",
        NodeFinished => "node_finished",
        NodeRetried => "node_retry",
        ContainerStarted container => Kind(container.Execution) + "_started",
        ContainerNext container => Kind(container.Execution) + "_next",
        ContainerFinished container => Kind(container.Execution) + "_completed",
        TextChunk chunk => chunk.IsAnswer ? "message" : "text_chunk",
        TextReplaced text => text.IsAnswer ? "message_replace" : "text_replace",
        HumanInputRequired => "human_input_required",
        HumanInputFilled => "human_input_form_filled",
        HumanInputTimedOut => "human_input_form_timeout",
        AgentLogged => "agent_log",
        ReasoningChunk => "reasoning_chunk",
        _ => null,
    };

    private static string Kind(NodeExecution container) => container.Node.Type == NodeTypes.Loop ? "loop" : "iteration";

    private static void WriteMessage(GraphEvent what, DifyEventContext context, Utf8JsonWriter to)
    {
        to.WriteString("id", context.MessageId);
        if (what is TextChunk chunk)
        {
            to.WriteString("answer", chunk.Text);
            DifyEventData.Write("from_variable_selector", chunk.From, to);
        }
        else if (what is TextReplaced text)
        {
            to.WriteString("answer", text.Text);
            to.WriteString("reason", "");
        }
    }

    private static void WriteData(GraphEvent what, DifyEventContext context, Utf8JsonWriter to)
    {
        switch (what)
        {
            case RunStarted or RunFinished or RunPaused:
                DifyRunData.Write(what, context, to);
                break;
            case NodeStarted or NodeFinished or NodeRetried:
                DifyNodeData.Write(what, context, to);
                break;
            case ContainerStarted or ContainerNext or ContainerFinished:
                DifyContainerData.Write(what, context, to);
                break;
            case TextChunk chunk:
                to.WriteString("text", chunk.Text);
                DifyEventData.Write("from_variable_selector", chunk.From, to);
                break;
            case TextReplaced text:
                to.WriteString("text", text.Text);
                break;
            case AgentLogged log:
                WriteLog(log, to);
                break;
            case ReasoningChunk chunk:
                to.WriteString("node_id", chunk.Execution.Node.Id);
                to.WriteString("text", chunk.Text);
                break;
            default:
                DifyFormData.Write(what, context, to);
                break;
        }
    }

    private static void WriteLog(AgentLogged log, Utf8JsonWriter to)
    {
        to.WriteString("node_execution_id", log.Execution.Id);
        to.WriteString("id", log.Entry.Id);
        to.WriteString("label", log.Entry.Label);
        to.WriteString("parent_id", log.Entry.ParentId);
        to.WriteString("error", log.Entry.Error);
        to.WriteString("status", log.Entry.Status);
        to.WritePropertyName("data");
        log.Entry.Data.Write(to);
        to.WritePropertyName("metadata");
        log.Entry.Metadata.Write(to);
        to.WriteString("node_id", log.Execution.Node.Id);
    }
}
