using System.Globalization;
using System.Text.Json;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Code;

/// <summary>Checks and reads the single values of outputs. Nothing (Python's None) is allowed in place of each.</summary>
internal sealed class CodeScalars(WorkflowOptions limits)
{
    public Segment Text(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return Segment.None;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            throw new CodeOutputException($"Output {path} must be a string, got {PythonTypes.NameOf(value)} instead.");
        }

        var text = value.GetString()!;
        return text.Length <= limits.CodeStringLength
            ? Segment.Of(text.Replace("\0", "", StringComparison.Ordinal))
            : throw new CodeOutputException(
                $"The length of output variable `{path}` must be less than {limits.CodeStringLength} characters");
    }

    public static Segment Boolean(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Null => Segment.None,
        JsonValueKind.True => Segment.True,
        JsonValueKind.False => Segment.False,
        _ => throw new CodeOutputException($"Output {path} is not a boolean, got {PythonTypes.ClassOf(value)} instead."),
    };

    // In Python a boolean is a number.
    public Segment Number(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Null => Segment.None,
        JsonValueKind.True => Segment.Of(1),
        JsonValueKind.False => Segment.Of(0),
        JsonValueKind.Number => Checked(value, path),
        _ => throw new CodeOutputException($"Output {path} is not a number, got {PythonTypes.ClassOf(value)} instead."),
    };

    /// <summary>A number in a list, where nothing else is allowed, not even nothing.</summary>
    public Segment Item(JsonElement value, string path, int index)
        => value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
            ? Number(value, path)
            : throw new CodeOutputException(
                $"The element at index {index} of output variable `{path[..path.LastIndexOf('[')]}` must be a number.");

    private Segment Checked(JsonElement value, string path)
    {
        var isInteger = PythonTypes.IsInteger(value);
        if (isInteger ? !value.TryGetInt64(out var integer) || integer == long.MinValue : Math.Abs(value.GetDouble()) > long.MaxValue)
        {
            throw new CodeOutputException(
                $"Output variable `{path}` is out of range, it must be between {-long.MaxValue} and {long.MaxValue}.");
        }

        return isInteger || DigitsAfterPoint(value.GetRawText()) <= limits.CodePrecision
            ? SegmentJson.Read(value)
            : throw new CodeOutputException(
                $"Output variable `{path}` has too high precision, it must be less than {limits.CodePrecision} digits.");
    }

    // 12.340 has two, 1.5e-7 has eight.
    private static int DigitsAfterPoint(string number)
    {
        var parts = number.Split(['e', 'E']);
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : parts[0][(point + 1)..].TrimEnd('0').Length;
        return digits - (parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0);
    }
}
