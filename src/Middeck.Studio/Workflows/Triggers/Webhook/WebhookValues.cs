using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Studio.Workflows.Runs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Triggers.Webhook;

/// <summary>Reads what calls send by the types that a webhook declares.</summary>
internal static class WebhookValues
{
    /// <summary>A value of JSON; nothing for null.</summary>
    /// <exception cref="FaultException"><c>triggers.invalid_call</c>: it is of another type.</exception>
    public static Segment OfJson(WebhookField field, JsonElement value)
    {
        var fits = value.ValueKind is JsonValueKind.Null || field.Type switch
        {
            "string" or "secret" => value.ValueKind is JsonValueKind.String,
            "number" or "integer" or "float" => value.ValueKind is JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "object" => value.ValueKind is JsonValueKind.Object,
            "array[string]" => IsListOf(value, JsonValueKind.String),
            "array[number]" => IsListOf(value, JsonValueKind.Number),
            "array[boolean]" => IsListOf(value, JsonValueKind.True, JsonValueKind.False),
            "array[object]" => IsListOf(value, JsonValueKind.Object),
            "array" or "array[any]" => value.ValueKind is JsonValueKind.Array,
            _ => !field.IsFile,
        };
        return fits ? Require(field, SegmentJson.Read(value)) : throw Refuse(field);
    }

    /// <summary>A value of a form, an address or a header.</summary>
    /// <exception cref="FaultException"><c>triggers.invalid_call</c>: it cannot be read as its type.</exception>
    public static Segment OfText(WebhookField field, string? text)
    {
        if (text is null)
        {
            return Require(field, Segment.None);
        }

        return field.Type switch
        {
            "number" or "integer" or "float" => SegmentConversion.Number(text) ?? throw Refuse(field),
            "boolean" => SegmentConversion.Boolean(text) ?? throw Refuse(field),
            "object" => OfWrittenJson(field, text),
            var type when type.StartsWith("array", StringComparison.Ordinal) => OfWrittenJson(field, text),
            _ => Segment.Of(text),
        };
    }

    /// <summary>The value, when it is there or need not be.</summary>
    /// <exception cref="FaultException"><c>triggers.invalid_call</c>: it is missing.</exception>
    public static Segment Require(WebhookField field, Segment value)
        => value.IsNone && field.Required ? throw TriggerFaults.Invalid($"'{field.Name}' is required.", field.Name) : value;

    private static Segment OfWrittenJson(WebhookField field, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return ForgedFile.IsIn(document.RootElement) ? throw Refuse(field) : OfJson(field, document.RootElement);
        }
        catch (JsonException)
        {
            throw Refuse(field);
        }
    }

    private static bool IsListOf(JsonElement value, params JsonValueKind[] kinds)
        => value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(item => kinds.Contains(item.ValueKind));

    private static FaultException Refuse(WebhookField field)
        => TriggerFaults.Invalid($"'{field.Name}' must be of the type {field.Type}.", field.Name);
}
