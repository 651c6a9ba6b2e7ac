using System.Globalization;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Conditions;

/// <summary>The operators of branches, loops and filters.</summary>
internal static class Comparison
{
    /// <summary>Whether the comparison holds. Throws when the operator does not fit the values.</summary>
    public static bool Holds(string comparison, Segment actual, Segment expected) => comparison switch
    {
        "contains" => actual.IsTruthy && Contains(actual, expected),
        "not contains" => !actual.IsTruthy || !Contains(actual, expected),
        "start with" => actual.IsTruthy && Text(actual).StartsWith(Text(expected), StringComparison.Ordinal),
        "end with" => actual.IsTruthy && Text(actual).EndsWith(Text(expected), StringComparison.Ordinal),
        "is" => !actual.IsNone && Is(actual, expected),
        "is not" => !actual.IsNone && !Is(actual, expected),
        "empty" => !actual.IsTruthy,
        "not empty" => actual.IsTruthy,
        "=" => !actual.IsNone && Order(actual, expected) == 0,
        "≠" or "!=" => !actual.IsNone && Order(actual, expected) != 0,
        ">" => !actual.IsNone && Order(actual, expected) > 0,
        "<" => !actual.IsNone && Order(actual, expected) < 0,
        "≥" or ">=" => !actual.IsNone && Order(actual, expected) >= 0,
        "≤" or "<=" => !actual.IsNone && Order(actual, expected) <= 0,
        "null" => actual.IsNone,
        "not null" => !actual.IsNone,
        "in" => actual.IsTruthy && List(expected).Any(item => SegmentEquality.Same(item, actual)),
        "not in" => !actual.IsTruthy || !List(expected).Any(item => SegmentEquality.Same(item, actual)),
        "all of" => actual.IsTruthy && List(expected).All(item => actual.Items.Any(own => SegmentEquality.Same(own, item))),
        "exists" => !actual.IsNone,
        "not exists" => actual.IsNone,
        _ => throw new NodeException("ValueError", $"Unsupported operator: {comparison}"),
    };

    private static bool Contains(Segment actual, Segment expected)
        => actual.Text is { } text
            ? text.Contains(Text(expected), StringComparison.Ordinal)
            : actual.IsArray
                ? actual.Items.Any(item => SegmentEquality.Same(item, expected))
                : throw new NodeException("ValueError", "Invalid actual value type: string or array");

    private static string Text(Segment value)
        => value.Text ?? throw new NodeException("ValueError", "Invalid actual value type: string");

    private static bool Is(Segment actual, Segment expected)
        => actual.Type == SegmentType.Boolean
            ? (expected.Text is { } text ? SegmentConversion.Boolean(text) : expected) is { Type: SegmentType.Boolean } wanted
                && wanted.Boolean == actual.Boolean
            : actual.IsNumber || actual.Text is not null
                ? PromptText.Of(actual) == PromptText.Of(expected)
                : SegmentEquality.Same(actual, expected);

    private static IReadOnlyList<Segment> List(Segment expected)
        => expected.IsArray ? expected.Items : throw new NodeException("ValueError", "Invalid expected value type: array");

    private static int Order(Segment actual, Segment expected) => actual.Type switch
    {
        SegmentType.Integer => actual.Integer.CompareTo(ToInteger(expected)),
        SegmentType.Boolean => (actual.Boolean ? 1L : 0).CompareTo(ToInteger(expected)),
        SegmentType.Float => actual.Number.CompareTo(ToFloat(expected)),
        _ => throw new NodeException("ValueError", "Invalid actual value type: number"),
    };

    // Like Python's int(): "1.5" is no integer, 1.5 is cut.
    private static long ToInteger(Segment expected) => expected.Type switch
    {
        SegmentType.Integer => expected.Integer,
        SegmentType.Float => (long)expected.Number,
        SegmentType.Boolean => expected.Boolean ? 1 : 0,
        _ => long.TryParse(expected.Text?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new NodeException("ValueError", $"invalid literal for int() with base 10: '{expected}'"),
    };

    private static double ToFloat(Segment expected)
        => expected.IsNumber ? expected.Number
            : expected.Type == SegmentType.Boolean ? (expected.Boolean ? 1 : 0)
            : double.TryParse(expected.Text?.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : throw new NodeException("ValueError", $"could not convert string to float: '{expected}'");
}
