using System.Globalization;
using System.Text.Json;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Events;

/// <summary>What the data of several events have in common.</summary>
internal static class DifyEventData
{
    public static void Write(string name, Selector selector, Utf8JsonWriter to)
    {
        to.WriteStartArray(name);
        foreach (var part in selector.Parts)
        {
            to.WriteStringValue(part);
        }

        to.WriteEndArray();
    }

    public static void Write(string name, IReadOnlyDictionary<string, Segment> values, bool isHidden, Utf8JsonWriter to)
    {
        to.WritePropertyName(name);
        if (isHidden)
        {
            to.WriteNullValue();
        }
        else
        {
            SegmentJson.Write(values, to);
        }
    }

    /// <summary>Writes values that may be shortened, and <c>…_truncated</c> beside them.</summary>
    public static void WriteCut(string name, IReadOnlyDictionary<string, Segment> values, bool isHidden, Utf8JsonWriter to)
    {
        var (shorter, isCut) = isHidden ? (values, false) : Truncation.Cut(values);
        Write(name, shorter, isHidden, to);
        to.WriteBoolean(name + "_truncated", isCut);
    }

    public static void WriteFiles(IReadOnlyDictionary<string, Segment> outputs, Utf8JsonWriter to)
    {
        to.WriteStartArray("files");
        foreach (var value in outputs.Values)
        {
            foreach (var file in value.Type == SegmentType.ArrayFile ? value.Items : value.File is not null ? [value] : [])
            {
                file.Write(to);
            }
        }

        to.WriteEndArray();
    }

    public static void WriteMetadata(NodeExecution execution, NodeResult result, NodeUsage usage, Utf8JsonWriter to)
    {
        to.WriteStartObject("execution_metadata");
        to.WriteNumber("total_tokens", usage.TotalTokens);
        to.WriteString("total_price", usage.TotalPrice.ToString(CultureInfo.InvariantCulture));
        to.WriteString("currency", usage.Currency);
        if (execution.IterationId is { } iteration)
        {
            to.WriteString("iteration_id", iteration);
            to.WriteNumber("iteration_index", execution.IterationIndex!.Value);
        }

        if (execution.LoopId is { } loop)
        {
            to.WriteString("loop_id", loop);
            to.WriteNumber("loop_index", execution.LoopIndex!.Value);
        }

        foreach (var (name, value) in result.Metadata)
        {
            to.WritePropertyName(name);
            value.Write(to);
        }

        to.WriteEndObject();
    }

    public static void WriteEmpty(string name, Utf8JsonWriter to)
    {
        to.WriteStartObject(name);
        to.WriteEndObject();
    }
}
