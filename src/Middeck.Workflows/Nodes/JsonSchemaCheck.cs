using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>
/// Checks a value against a JSON Schema (draft 7): type, enum, const, properties, required, additionalProperties, items, the bounds of
/// numbers, texts, lists and objects, pattern, allOf, anyOf, oneOf and not. References and formats are not looked at.
/// </summary>
public static class JsonSchemaCheck
{
    private const int MaxDepth = 50;
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(100);

    /// <summary>The first fault with the path to it; null when there is none.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="value">What is checked.</param>
    /// <param name="path">What the value is called in the sentence.</param>
    public static string? Check(JsonElement schema, Segment value, string path) => Check(schema, value, path, 0);

    private static string? Check(JsonElement schema, Segment value, string path, int depth)
    {
        if (schema.ValueKind == JsonValueKind.False)
        {
            return $"{path} is not allowed.";
        }

        if (schema.ValueKind != JsonValueKind.Object || depth > MaxDepth)
        {
            return null;
        }

        return CheckType(schema, value, path)
            ?? CheckChoice(schema, value, path)
            ?? CheckBounds(schema, value, path)
            ?? CheckFields(schema, value, path, depth)
            ?? CheckItems(schema, value, path, depth)
            ?? CheckCombined(schema, value, path, depth);
    }

    private static string? CheckType(JsonElement schema, Segment value, string path)
    {
        var type = schema.Child("type");
        string[] types = type.ValueKind switch
        {
            JsonValueKind.String => [type.GetString()!],
            JsonValueKind.Array => [.. type.EnumerateArray().Select(one => one.ToString())],
            _ => [],
        };
        return types.Length == 0 || types.Any(one => Is(one, value))
            ? null
            : $"{path} must be of the type {string.Join(" or ", types)}.";
    }

    private static bool Is(string type, Segment value) => type switch
    {
        "null" => value.IsNone,
        "boolean" => value.Type == SegmentType.Boolean,
        "integer" => value.Type == SegmentType.Integer || (value.IsNumber && value.Number == Math.Floor(value.Number)),
        "number" => value.IsNumber,
        "string" => value.Text is not null,
        "array" => value.IsArray,
        "object" => value.Type == SegmentType.Object,
        _ => true,
    };

    private static string? CheckChoice(JsonElement schema, Segment value, string path)
    {
        var choices = schema.Child("enum");
        if (choices.ValueKind == JsonValueKind.Array
            && !choices.EnumerateArray().Any(choice => SegmentEquality.Same(SegmentJson.Read(choice), value)))
        {
            return $"{path} must be one of {choices.GetRawText()}.";
        }

        var only = schema.Child("const");
        return only.ValueKind != JsonValueKind.Undefined && !SegmentEquality.Same(SegmentJson.Read(only), value)
            ? $"{path} must be {only.GetRawText()}."
            : null;
    }

    private static string? CheckBounds(JsonElement schema, Segment value, string path)
    {
        if (value.IsNumber)
        {
            return Bound(schema, "minimum", least => value.Number >= least, $"{path} must be at least")
                ?? Bound(schema, "maximum", most => value.Number <= most, $"{path} must be at most")
                ?? Bound(schema, "exclusiveMinimum", least => value.Number > least, $"{path} must be more than")
                ?? Bound(schema, "exclusiveMaximum", most => value.Number < most, $"{path} must be less than")
                ?? Bound(schema, "multipleOf", step => step <= 0 || Math.Abs(Math.IEEERemainder(value.Number, step)) < 1e-9, $"{path} must be a multiple of");
        }

        if (value.Text is { } text)
        {
            var length = text.EnumerateRunes().Count();
            return Bound(schema, "minLength", least => length >= least, $"The length of {path} must be at least")
                ?? Bound(schema, "maxLength", most => length <= most, $"The length of {path} must be at most")
                ?? (schema.Text("pattern") is { } pattern && !Matches(pattern, text) ? $"{path} must match {pattern}." : null);
        }

        var (few, many, count) = value.IsArray ? ("minItems", "maxItems", value.Items.Count)
            : value.Type == SegmentType.Object ? ("minProperties", "maxProperties", value.Fields.Count)
            : ("", "", 0);
        return few.Length == 0 ? null
            : Bound(schema, few, least => count >= least, $"The size of {path} must be at least")
                ?? Bound(schema, many, most => count <= most, $"The size of {path} must be at most");
    }

    private static string? Bound(JsonElement schema, string name, Func<double, bool> holds, string sentence)
        => schema.Child(name).ValueKind == JsonValueKind.Number && schema.Number(name) is { } bound && !holds(bound)
            ? string.Create(CultureInfo.InvariantCulture, $"{sentence} {bound}.")
            : null;

    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, _patience);
        }
        catch (Exception wrong) when (wrong is ArgumentException or RegexMatchTimeoutException)
        {
            // A pattern that nobody can apply forbids nothing.
            return true;
        }
    }

    private static string? CheckFields(JsonElement schema, Segment value, string path, int depth)
    {
        if (value.Type != SegmentType.Object)
        {
            return null;
        }

        foreach (var name in schema.List("required"))
        {
            if (!value.Fields.ContainsKey(name.ToString()))
            {
                return $"{path}.{name} is missing.";
            }
        }

        foreach (var (name, field) in value.Fields)
        {
            var own = schema.Child("properties").Child(name);
            var fault = Check(
                own.ValueKind == JsonValueKind.Undefined ? schema.Child("additionalProperties") : own, field, $"{path}.{name}", depth + 1);
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? CheckItems(JsonElement schema, Segment value, string path, int depth)
    {
        if (!value.IsArray)
        {
            return null;
        }

        var items = schema.Child("items");
        if (schema.Flag("uniqueItems") == true
            && value.Items.Where((item, index) => value.Items.Take(index).Any(other => SegmentEquality.Same(item, other))).Any())
        {
            return $"The items of {path} must all be different.";
        }

        return value.Items
            .Select((item, index) => Check(
                items.ValueKind == JsonValueKind.Array ? items.EnumerateArray().ElementAtOrDefault(index) : items,
                item,
                string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"),
                depth + 1))
            .FirstOrDefault(fault => fault is not null);
    }

    private static string? CheckCombined(JsonElement schema, Segment value, string path, int depth)
    {
        var all = schema.List("allOf").Select(one => Check(one, value, path, depth + 1)).FirstOrDefault(fault => fault is not null);
        if (all is not null)
        {
            return all;
        }

        int Fitting(string name) => schema.List(name).Count(one => Check(one, value, path, depth + 1) is null);
        return schema.List("anyOf").Any() && Fitting("anyOf") == 0 ? $"{path} fits none of what is allowed."
            : schema.List("oneOf").Any() && Fitting("oneOf") != 1 ? $"{path} must fit exactly one of what is allowed."
            : schema.Child("not").ValueKind == JsonValueKind.Object && Check(schema.Child("not"), value, path, depth + 1) is null ? $"{path} is what is not allowed."
            : null;
    }
}
