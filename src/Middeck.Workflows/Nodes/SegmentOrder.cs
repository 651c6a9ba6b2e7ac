using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>Numbers by size, false before true, everything else by its text, files by that attribute.</summary>
internal sealed class SegmentOrder(string key) : IComparer<Segment>
{
    public int Compare(Segment? x, Segment? y)
    {
        var (one, other) = (KeyOf(x!), KeyOf(y!));
        return one.IsNumber && other.IsNumber
            ? one.Number.CompareTo(other.Number)
            : string.CompareOrdinal(PromptText.Of(one), PromptText.Of(other));
    }

    private Segment KeyOf(Segment item) => item.File is { } file
        ? file.Attribute(key) ?? throw new NodeException("InvalidKeyError", $"A file has no attribute '{key}'.")
        : item;
}
