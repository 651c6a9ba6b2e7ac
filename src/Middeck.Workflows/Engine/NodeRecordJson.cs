using System.Globalization;
using System.Text.Json;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>Ended nodes as JSON, for a journal: <c>{"key": "llm", "status": "succeeded", "outputs": {…}, …}</c>.</summary>
public static class NodeRecordJson
{
    /// <summary>The status as the DSL's events name it.</summary>
    public static string NameOf(NodeStatus status) => status switch
    {
        NodeStatus.Failed => "failed",
        NodeStatus.Exception => "exception",
        NodeStatus.Stopped => "stopped",
        _ => "succeeded",
    };

    /// <summary>Writes a record as an object.</summary>
    public static void Write(NodeRecord record, Utf8JsonWriter to)
    {
        var result = record.Result;
        to.WriteStartObject();
        to.WriteString("key", record.Key);
        to.WriteString("status", NameOf(record.Status));
        Write("outputs", result.Outputs, to);
        Write("inputs", result.Inputs, to);
        Write("process_data", result.ProcessData, to);
        Write("metadata", result.Metadata, to);
        if (result.Handle is not null)
        {
            to.WriteString("handle", result.Handle);
        }

        if (result.Error is not null)
        {
            to.WriteString("error", result.Error);
            to.WriteString("error_type", result.ErrorKind);
        }

        if (result.Usage.TotalTokens != 0 || result.Usage.TotalPrice != 0)
        {
            to.WriteStartObject("usage");
            to.WriteNumber("total_tokens", result.Usage.TotalTokens);
            to.WriteString("total_price", result.Usage.TotalPrice.ToString(CultureInfo.InvariantCulture));
            to.WriteString("currency", result.Usage.Currency);
            to.WriteEndObject();
        }

        if (result.Writes.Count > 0)
        {
            to.WriteStartArray("writes");
            foreach (var write in result.Writes)
            {
                to.WriteStartObject();
                to.WriteStartArray("variable");
                foreach (var part in write.Variable.Parts)
                {
                    to.WriteStringValue(part);
                }

                to.WriteEndArray();
                to.WriteString("type", SegmentTypes.NameOf(write.Value.Type));
                to.WritePropertyName("value");
                write.Value.Write(to);
                to.WriteEndObject();
            }

            to.WriteEndArray();
        }

        to.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write(NodeRecord, Utf8JsonWriter)"/> wrote.</summary>
    public static NodeRecord Read(JsonElement json)
    {
        var result = json.Text("error") is { } error ? NodeResult.Failure(json.Text("error_type") ?? "", error) : NodeResult.Success();
        return new(
            json.Text("key") ?? "",
            json.Text("status") switch
            {
                "failed" => NodeStatus.Failed,
                "exception" => NodeStatus.Exception,
                "stopped" => NodeStatus.Stopped,
                _ => NodeStatus.Succeeded,
            },
            result with
            {
                Outputs = SegmentJson.ReadFields(json.Child("outputs")),
                Inputs = SegmentJson.ReadFields(json.Child("inputs")),
                ProcessData = SegmentJson.ReadFields(json.Child("process_data")),
                Metadata = SegmentJson.ReadFields(json.Child("metadata")),
                Handle = json.Text("handle"),
                Usage = json.Child("usage") is { ValueKind: JsonValueKind.Object } usage
                    ? new(
                        (long)(usage.Number("total_tokens") ?? 0),
                        decimal.Parse(usage.Text("total_price") ?? "0", CultureInfo.InvariantCulture),
                        usage.Text("currency") ?? "")
                    : NodeUsage.None,
                Writes = [.. json.List("writes").Select(write => new VariableWrite(
                    Selector.Read(write, "variable"),
                    SegmentConversion.To(SegmentTypes.Find(write.Text("type")), SegmentJson.Read(write.Child("value")))))],
            });
    }

    private static void Write(string name, IReadOnlyDictionary<string, Segment> values, Utf8JsonWriter to)
    {
        if (values.Count > 0)
        {
            to.WritePropertyName(name);
            SegmentJson.Write(values, to);
        }
    }
}
