namespace Middeck.Workflows.Values;

/// <summary>Whether two values are the same, as Python compares: by content, and numbers across integer and float.</summary>
internal static class SegmentEquality
{
    public static bool Same(Segment one, Segment other)
    {
        if (one.IsNumber && other.IsNumber)
        {
            return one.Type == SegmentType.Integer && other.Type == SegmentType.Integer
                ? one.Integer == other.Integer
                : one.Number.Equals(other.Number);
        }

        if (one.IsArray && other.IsArray)
        {
            return one.Items.Count == other.Items.Count && one.Items.Zip(other.Items).All(pair => Same(pair.First, pair.Second));
        }

        return (one.Type, other.Type) switch
        {
            (SegmentType.None, SegmentType.None) => true,
            (SegmentType.Boolean, SegmentType.Boolean) => one.Boolean == other.Boolean,
            (SegmentType.File, SegmentType.File) => one.File == other.File,
            (SegmentType.Object, SegmentType.Object) => one.Fields.Count == other.Fields.Count
                && one.Fields.All(field => other.Fields.TryGetValue(field.Key, out var value) && Same(field.Value, value)),
            _ => one.Text is not null && one.Text == other.Text,
        };
    }
}
