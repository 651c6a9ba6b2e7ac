using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>Snapshots as JSON.</summary>
public static class RunSnapshotJson
{
    /// <summary>The text.</summary>
    public static string ToJson(this RunSnapshot snapshot)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(snapshot, writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote. Throws <see cref="JsonException"/> for what is no JSON.</summary>
    public static RunSnapshot Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        return new()
        {
            RunId = json.Text("run_id") ?? "",
            WorkflowId = json.Text("workflow_id") ?? "",
            RootId = json.Text("root_id"),
            OnlyNodeId = json.Text("only_node_id"),
            CallDepth = (int)(json.Number("call_depth") ?? 0),
            Inputs = SegmentJson.ReadFields(json.Child("inputs")),
            System = SegmentJson.ReadFields(json.Child("system")),
            Conversation = SegmentJson.ReadFields(json.Child("conversation")),
            Pipeline = SegmentJson.ReadFields(json.Child("pipeline")),
            Finished = [.. json.List("finished").Select(NodeRecordJson.Read)],
            Forms = [.. json.List("forms").Select(ReadForm)],
            Text = json.Text("text") ?? "",
            Elapsed = TimeSpan.FromMilliseconds(json.Number("elapsed_ms") ?? 0),
        };
    }

    private static void Write(RunSnapshot snapshot, Utf8JsonWriter to)
    {
        to.WriteStartObject();
        to.WriteString("run_id", snapshot.RunId);
        to.WriteString("workflow_id", snapshot.WorkflowId);
        to.WriteString("root_id", snapshot.RootId);
        to.WriteString("only_node_id", snapshot.OnlyNodeId);
        to.WriteNumber("call_depth", snapshot.CallDepth);
        foreach (var (name, values) in new[]
        {
            ("inputs", snapshot.Inputs), ("system", snapshot.System),
            ("conversation", snapshot.Conversation), ("pipeline", snapshot.Pipeline),
        })
        {
            to.WritePropertyName(name);
            SegmentJson.Write(values, to);
        }

        to.WriteStartArray("finished");
        foreach (var record in snapshot.Finished)
        {
            NodeRecordJson.Write(record, to);
        }

        to.WriteEndArray();
        to.WriteStartArray("forms");
        foreach (var form in snapshot.Forms)
        {
            to.WriteStartObject();
            to.WriteString("key", form.Key);
            to.WriteString("node_id", form.NodeId);
            to.WriteString("node_title", form.NodeTitle);
            to.WriteString("form_id", form.FormId);
            to.WriteString("content", form.Content);
            to.WriteString("expires_at", form.ExpiresAt);
            to.WriteEndObject();
        }

        to.WriteEndArray();
        to.WriteString("text", snapshot.Text);
        to.WriteNumber("elapsed_ms", snapshot.Elapsed.TotalMilliseconds);
        to.WriteEndObject();
    }

    private static PendingForm ReadForm(JsonElement json) => new(
        json.Text("key") ?? "",
        json.Text("node_id") ?? "",
        json.Text("node_title") ?? "",
        Guid.Parse(json.Text("form_id")!, CultureInfo.InvariantCulture),
        json.Text("content") ?? "",
        json.Child("expires_at").GetDateTimeOffset());
}
