using System.Text.Json;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Events;

/// <summary>The data of <c>workflow_started</c>, <c>workflow_finished</c> and <c>workflow_paused</c>.</summary>
internal static class DifyRunData
{
    public static void Write(GraphEvent what, DifyEventContext context, Utf8JsonWriter to)
    {
        switch (what)
        {
            case RunStarted started:
                to.WriteString("id", started.RunId);
                to.WriteString("workflow_id", started.WorkflowId);
                DifyEventData.Write("inputs", started.Inputs, context.HidesDetails, to);
                to.WriteNumber("created_at", started.At.ToUnixTimeSeconds());
                to.WriteString("reason", started.IsResumption ? "resumption" : "initial");
                break;
            case RunFinished finished:
                WriteFinished(finished, context, to);
                break;
            case RunPaused paused:
                WritePaused(paused, to);
                break;
            default:
                throw new ArgumentException($"{what.GetType().Name} is no event of a run.", nameof(what));
        }
    }

    private static void WriteFinished(RunFinished finished, DifyEventContext context, Utf8JsonWriter to)
    {
        to.WriteString("id", finished.RunId);
        to.WriteString("workflow_id", finished.WorkflowId);
        to.WriteString("status", NameOf(finished.Status));
        DifyEventData.Write("outputs", finished.Outputs, isHidden: false, to);
        to.WriteString("error", finished.Error);
        to.WriteNumber("elapsed_time", finished.Elapsed.TotalSeconds);
        to.WriteNumber("total_tokens", finished.Usage.TotalTokens);
        to.WriteNumber("total_steps", finished.Steps);
        to.WritePropertyName("created_by");
        context.CreatedBy.Write(to);
        to.WriteNumber("created_at", finished.StartedAt.ToUnixTimeSeconds());
        to.WriteNumber("finished_at", finished.At.ToUnixTimeSeconds());
        to.WriteNumber("exceptions_count", finished.Exceptions);
        DifyEventData.WriteFiles(finished.Outputs, to);
    }

    private static void WritePaused(RunPaused paused, Utf8JsonWriter to)
    {
        to.WriteString("workflow_run_id", paused.RunId);
        to.WriteStartArray("paused_nodes");
        foreach (var form in paused.Forms)
        {
            to.WriteStringValue(form.NodeId);
        }

        to.WriteEndArray();
        DifyEventData.Write("outputs", paused.Outputs, isHidden: false, to);
        to.WriteStartArray("reasons");
        foreach (var form in paused.Forms)
        {
            to.WriteStartObject();
            to.WriteString("TYPE", "human_input_required");
            to.WriteString("form_id", form.FormId);
            to.WriteString("form_content", form.Content);
            to.WriteString("node_id", form.NodeId);
            to.WriteString("node_title", form.NodeTitle);
            to.WriteNumber("expiration_time", form.ExpiresAt.ToUnixTimeSeconds());
            to.WriteEndObject();
        }

        to.WriteEndArray();
        to.WriteString("status", NameOf(RunStatus.Paused));
        to.WriteNumber("created_at", paused.StartedAt.ToUnixTimeSeconds());
        to.WriteNumber("elapsed_time", paused.Elapsed.TotalSeconds);
        to.WriteNumber("total_tokens", paused.Usage.TotalTokens);
        to.WriteNumber("total_steps", paused.Steps);
    }

    private static string NameOf(RunStatus status) => status switch
    {
        RunStatus.PartialSucceeded => "partial-succeeded",
        RunStatus.Failed => "failed",
        RunStatus.Stopped => "stopped",
        RunStatus.Paused => "paused",
        _ => "succeeded",
    };
}
