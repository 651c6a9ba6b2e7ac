using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Middeck.Workflows.Values;

/// <summary>Values from and to JSON. A file is an object with <c>"dify_model_identity": "__dify__file__"</c>.</summary>
public static class SegmentJson
{
    private static readonly JsonWriterOptions _writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value of a JSON element. Integers beyond 64 bits become floats.</summary>
    public static Segment Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Segment.Of(json.GetString()),
        JsonValueKind.True => Segment.True,
        JsonValueKind.False => Segment.False,
        JsonValueKind.Number => ReadNumber(json),
        JsonValueKind.Array => ReadArray(json),
        JsonValueKind.Object => ReadObject(json),
        _ => Segment.None,
    };

    /// <summary>The value of a JSON text. Throws <see cref="JsonException"/> for what is no JSON.</summary>
    public static Segment Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    /// <summary>The fields of a JSON object as variables; empty for anything else.</summary>
    public static IReadOnlyDictionary<string, Segment> ReadFields(JsonElement json)
    {
        var fields = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in json.EnumerateObject())
            {
                fields[field.Name] = Read(field.Value);
            }
        }

        return fields;
    }

    /// <summary>The value as compact JSON text.</summary>
    public static string ToJson(this Segment value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, _writing))
        {
            value.Write(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes the value. A float keeps its point (<c>2.0</c>), so that it reads back as a float.</summary>
    public static void Write(this Segment value, Utf8JsonWriter to)
    {
        switch (value.Type)
        {
            case SegmentType.None:
                to.WriteNullValue();
                break;
            case SegmentType.Boolean:
                to.WriteBooleanValue(value.Boolean);
                break;
            case SegmentType.Integer:
                to.WriteNumberValue(value.Integer);
                break;
            case SegmentType.Float when !double.IsFinite(value.Number):
                to.WriteNullValue();
                break;
            case SegmentType.Float:
                to.WriteRawValue(PythonText.Float(value.Number));
                break;
            case SegmentType.String or SegmentType.Secret:
                to.WriteStringValue(value.Text);
                break;
            case SegmentType.File:
                Write(Describe(value.File!), to);
                break;
            case SegmentType.Object:
                Write(value.Fields, to);
                break;
            default:
                to.WriteStartArray();
                foreach (var item in value.Items)
                {
                    item.Write(to);
                }

                to.WriteEndArray();
                break;
        }
    }

    /// <summary>Writes variables as an object.</summary>
    public static void Write(IReadOnlyDictionary<string, Segment> fields, Utf8JsonWriter to)
    {
        to.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            to.WritePropertyName(name);
            value.Write(to);
        }

        to.WriteEndObject();
    }

    internal static IReadOnlyDictionary<string, Segment> Describe(FileValue file)
        => new OrderedDictionary<string, Segment>(StringComparer.Ordinal)
        {
            ["dify_model_identity"] = Segment.Of(FileValue.Identity),
            ["type"] = Segment.Of(file.Type),
            ["transfer_method"] = Segment.Of(file.TransferMethod),
            ["related_id"] = Segment.Of(file.RelatedId),
            ["filename"] = Segment.Of(file.Name),
            ["extension"] = Segment.Of(file.Extension),
            ["mime_type"] = Segment.Of(file.MimeType),
            ["size"] = Segment.Of(file.Size),
            ["url"] = Segment.Of(file.Url),
        };

    private static Segment ReadNumber(JsonElement json)
    {
        // "2.0" is a float in Python, and its text has to come out as it went in.
        var text = json.GetRawText();
        return text.AsSpan().IndexOfAny('.', 'e', 'E') < 0 && json.TryGetInt64(out var integer)
            ? Segment.Of(integer)
            : Segment.Of(json.GetDouble());
    }

    private static Segment ReadArray(JsonElement json)
    {
        var items = new Segment[json.GetArrayLength()];
        var next = 0;
        foreach (var item in json.EnumerateArray())
        {
            items[next++] = Read(item);
        }

        return Segment.Of(items);
    }

    private static Segment ReadObject(JsonElement json)
        => json.TryGetProperty("dify_model_identity", out var identity) && identity.ValueEquals(FileValue.Identity)
            ? Segment.Of(ReadFile(json))
            : Segment.Of(ReadFields(json));

    private static FileValue ReadFile(JsonElement json) => new(
        Text(json, "type") ?? "custom",
        Text(json, "transfer_method") ?? "remote_url",
        Text(json, "related_id"),
        Text(json, "url") ?? Text(json, "remote_url"),
        Text(json, "filename"),
        Text(json, "extension"),
        Text(json, "mime_type"),
        json.TryGetProperty("size", out var size) && size.TryGetInt64(out var bytes) ? bytes : -1);

    private static string? Text(JsonElement json, string name)
        => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
