using System.Globalization;
using System.Text.Json;
using Middeck.Studio.Answering;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Extract;

/// <summary>Brings what a model found into the types that were asked for.</summary>
internal static class ParameterValues
{
    /// <summary>A value for every parameter, the empty one of its type where nothing fits, and what is wrong; null when nothing is.</summary>
    public static (OrderedDictionary<string, Segment> Values, string? Fault) Read(
        IReadOnlyList<ExtractedParameter> parameters, JsonElement? found)
    {
        var values = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        string? fault = found is null ? "The model's answer holds no values: it is neither a call of the function nor a JSON object." : null;
        foreach (var parameter in parameters)
        {
            var given = found.Member(parameter.Name);
            var value = given is { } json ? ValueOf(parameter, json) : null;
            values[parameter.Name] = value ?? Empty(parameter);
            fault ??= value is not null ? null
                : given is { } wrong && !IsNothing(wrong) ? Wrong(parameter, wrong)
                : parameter.Required ? $"The parameter {parameter.Name} is required and was not found."
                : null;
        }

        return (values, fault);
    }

    private static bool IsNothing(JsonElement json) => json.ValueKind == JsonValueKind.String && json.GetString()!.Length == 0;

    private static string Wrong(ExtractedParameter parameter, JsonElement value) => parameter.Type == "select"
        ? $"The parameter {parameter.Name} must be one of {string.Join(", ", parameter.Options)}, and the model gave {value.GetRawText()}."
        : $"The parameter {parameter.Name} must be of the type {parameter.Type}, and the model gave {value.GetRawText()}.";

    private static Segment Empty(ExtractedParameter parameter) => parameter.IsList
        ? Segment.Of([], SegmentTypes.Find($"array[{parameter.ItemType}]") ?? SegmentType.ArrayAny)
        : parameter.Type switch
        {
            "number" => Segment.Of(0),
            "boolean" => Segment.False,
            "object" => Segment.EmptyObject,
            _ => Segment.Empty,
        };

    private static Segment? ValueOf(ExtractedParameter parameter, JsonElement json)
    {
        if (!parameter.IsList)
        {
            return parameter.Type == "select" ? Option(parameter, json) : Of(parameter.Type, json);
        }

        if (Listed(json) is not { } items)
        {
            return null;
        }

        var type = SegmentTypes.Find($"array[{parameter.ItemType}]") ?? SegmentType.ArrayAny;
        return Segment.Of([.. items.Select(item => Of(parameter.ItemType, item)).OfType<Segment>()], type);
    }

    // A list that was written as text, or one value where a list of one was meant.
    private static IEnumerable<JsonElement>? Listed(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray(),
        JsonValueKind.String when ModelJson.List(json.GetString()!) is { } list => list.EnumerateArray(),
        JsonValueKind.String when json.GetString()!.Length == 0 => null,
        JsonValueKind.Null => null,
        _ => [json],
    };

    private static Segment? Option(ExtractedParameter parameter, JsonElement json)
    {
        var word = (json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText()).Trim();
        if (parameter.Options.Count == 0)
        {
            return Segment.Of(word);
        }

        var known = parameter.Options.FirstOrDefault(option => option == word)
            ?? parameter.Options.FirstOrDefault(option => string.Equals(option, word, StringComparison.OrdinalIgnoreCase));
        return known is null ? null : Segment.Of(known);
    }

    private static Segment? Of(string type, JsonElement json) => type switch
    {
        "number" => Number(json),
        "boolean" => Truth(json),
        "object" => json.ValueKind == JsonValueKind.Object ? SegmentJson.Read(json)
            : json.ValueKind == JsonValueKind.String && ToolArguments.TryParse(json.GetString()!) is { ValueKind: JsonValueKind.Object } inner
                ? SegmentJson.Read(inner)
                : null,
        _ => json.ValueKind switch
        {
            JsonValueKind.String => Segment.Of(json.GetString()),
            JsonValueKind.Null => null,
            _ => Segment.Of(json.GetRawText()),
        },
    };

    private static Segment? Number(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => SegmentJson.Read(json),
        JsonValueKind.String when long.TryParse(json.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole)
            => Segment.Of(whole),
        JsonValueKind.String when double.TryParse(
            json.GetString(), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => Segment.Of(number),
        _ => null,
    };

    private static Segment? Truth(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => Segment.True,
        JsonValueKind.False => Segment.False,
        JsonValueKind.Number => Segment.Of(json.GetDouble() != 0),
        JsonValueKind.String => json.GetString()!.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "1" or "是" => Segment.True,
            "FALSE" or "NO" or "0" or "否" => Segment.False,
            _ => null,
        },
        _ => null,
    };
}
