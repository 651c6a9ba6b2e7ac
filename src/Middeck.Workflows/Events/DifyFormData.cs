using System.Text.Json;
using Middeck.Workflows.Graphs;

namespace Middeck.Workflows.Events;

/// <summary>The data of the events of a human input.</summary>
internal static class DifyFormData
{
    public static void Write(GraphEvent what, DifyEventContext context, Utf8JsonWriter to)
    {
        switch (what)
        {
            case HumanInputRequired required:
                WriteRequired(required, context, to);
                break;
            case HumanInputFilled filled:
                to.WriteString("node_id", filled.Execution.Node.Id);
                to.WriteString("node_title", filled.Execution.Node.Title);
                to.WriteString("rendered_content", filled.RenderedContent);
                to.WriteString("action_id", filled.ActionId);
                to.WriteString("action_text", filled.ActionText);
                DifyEventData.Write("submitted_data", filled.Answer.Inputs, isHidden: false, to);
                break;
            case HumanInputTimedOut late:
                to.WriteString("node_id", late.Execution.Node.Id);
                to.WriteString("node_title", late.Execution.Node.Title);
                to.WriteNumber("expiration_time", (late.ExpiredAt ?? late.At).ToUnixTimeSeconds());
                break;
            default:
                throw new ArgumentException($"{what.GetType().Name} is no event of a form.", nameof(what));
        }
    }

    private static void WriteRequired(HumanInputRequired required, DifyEventContext context, Utf8JsonWriter to)
    {
        to.WriteString("form_id", required.Form.FormId);
        to.WriteString("node_id", required.Form.NodeId);
        to.WriteString("node_title", required.Form.NodeTitle);
        to.WriteString("form_content", required.Form.Content);
        WriteList("inputs", required.Request.Inputs, to);
        WriteList("actions", required.Request.Actions, to);
        to.WriteBoolean("display_in_ui", required.Execution.Node.Data.List("delivery_methods")
            .Any(method => method.Text("type") == "webapp" && (method.Flag("enabled") ?? true)));
        to.WriteString("form_token", context.FormToken(required.Form.FormId));
        DifyEventData.Write("resolved_default_values", required.Request.Defaults, isHidden: false, to);
        to.WriteNumber("expiration_time", required.Form.ExpiresAt.ToUnixTimeSeconds());
    }

    private static void WriteList(string name, JsonElement list, Utf8JsonWriter to)
    {
        to.WritePropertyName(name);
        if (list.ValueKind == JsonValueKind.Array)
        {
            list.WriteTo(to);
        }
        else
        {
            to.WriteStartArray();
            to.WriteEndArray();
        }
    }
}
