using System.Globalization;
using System.Text.Json;

namespace Middeck.Workflows.Values;

/// <summary>Values that a form or a setting holds as text, in the type that was declared.</summary>
public static class SegmentConversion
{
    /// <summary>The value in that type; as it is when its text does not read as that type.</summary>
    public static Segment To(SegmentType? type, Segment value)
    {
        if (type is null || value.IsNone)
        {
            return value;
        }

        if (value.IsArray && SegmentTypes.IsArray(type.Value))
        {
            return Segment.Of(value.Items, type.Value);
        }

        return value.Text is not { } text ? value : type.Value switch
        {
            SegmentType.String => value,
            SegmentType.Secret => Segment.SecretOf(text),
            SegmentType.Number or SegmentType.Integer or SegmentType.Float => Number(text) ?? value,
            SegmentType.Boolean => Boolean(text) ?? value,
            _ when text.Length == 0 => ZeroOf(type.Value),
            _ => Json(text) is { } parsed ? SegmentTypes.IsArray(type.Value) && parsed.IsArray ? Segment.Of(parsed.Items, type.Value) : parsed : value,
        };
    }

    /// <summary>The empty value of a type.</summary>
    public static Segment ZeroOf(SegmentType type) => type switch
    {
        SegmentType.String or SegmentType.Secret => Segment.Empty,
        SegmentType.Number or SegmentType.Integer => Segment.Of(0),
        SegmentType.Float => Segment.Of(0.0),
        SegmentType.Boolean => Segment.False,
        SegmentType.Object => Segment.EmptyObject,
        _ when SegmentTypes.IsArray(type) => Segment.Of([], type),
        _ => Segment.None,
    };

    /// <summary>An integer, else a float, else null.</summary>
    public static Segment? Number(string text)
        => long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var integer) ? Segment.Of(integer)
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Segment.Of(number)
            : null;

    /// <summary>True for <c>true</c>, <c>1</c>, <c>yes</c>, <c>on</c> in any case, false for their opposites, else null.</summary>
    public static Segment? Boolean(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" or "ON" => Segment.True,
        "FALSE" or "0" or "NO" or "OFF" or "" => Segment.False,
        _ => null,
    };

    /// <summary>The value of a JSON text; null when it is none.</summary>
    public static Segment? Json(string text)
    {
        try
        {
            return SegmentJson.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
