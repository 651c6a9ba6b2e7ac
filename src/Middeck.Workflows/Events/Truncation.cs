using Middeck.Workflows.Values;

namespace Middeck.Workflows.Events;

/// <summary>Shortens values for a stream that people watch: texts to 100,000 characters, lists to 1,000 items.</summary>
internal static class Truncation
{
    private const int MaxText = 100_000;
    private const int MaxItems = 1000;

    /// <summary>The values, and whether anything was cut.</summary>
    public static (IReadOnlyDictionary<string, Segment> Values, bool IsCut) Cut(IReadOnlyDictionary<string, Segment> values)
    {
        OrderedDictionary<string, Segment>? cut = null;
        foreach (var (name, value) in values)
        {
            var (shorter, isCut) = Cut(value);
            if (isCut)
            {
                cut ??= new(values, StringComparer.Ordinal);
                cut[name] = shorter;
            }
        }

        return (cut ?? values, cut is not null);
    }

    private static (Segment Value, bool IsCut) Cut(Segment value)
    {
        if (value.Text is { Length: > MaxText } text)
        {
            // Never between the two halves of one character.
            var end = char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText;
            return (Segment.Of(string.Concat(text.AsSpan(0, end), "...")), true);
        }

        if (value.Type == SegmentType.Object)
        {
            var (fields, isCut) = Cut(value.Fields);
            return isCut ? (Segment.Of(fields), true) : (value, false);
        }

        if (!value.IsArray)
        {
            return (value, false);
        }

        var items = value.Items.Take(MaxItems).Select(Cut).ToList();
        return items.Exists(item => item.IsCut) || items.Count < value.Items.Count
            ? (Segment.Of([.. items.Select(item => item.Value)], value.Type), true)
            : (value, false);
    }
}
