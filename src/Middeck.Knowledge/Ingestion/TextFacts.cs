namespace Middeck.Knowledge.Ingestion;

/// <summary>What is known of the cleaned text of a document; chunk offsets count in it. Kept beside the key of its object.</summary>
/// <param name="Marker">What it was made from: equal only for the same file, read and cleaned in the same way.</param>
/// <param name="Characters">UTF-16 units.</param>
/// <param name="Pages">Where pages begin, in order; empty when the format has none.</param>
/// <param name="Index">Pairs of a character's place and its byte in the object, every 65,536 characters.</param>
/// <param name="Warnings">What reading could not make out.</param>
internal sealed record TextFacts(
    string Marker,
    long Characters,
    IReadOnlyList<PageStart> Pages,
    IReadOnlyList<long> Index,
    IReadOnlyList<string> Warnings)
{
    /// <summary>How many pages the file has; null when the format has none.</summary>
    public int? PageCount => Pages.LastOrDefault(static page => page.Number is not null)?.Number;

    /// <summary>The page that holds an offset; null before the first and where there are none.</summary>
    public PageStart? PageAt(int offset)
    {
        var (low, high) = (0, Pages.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Pages[middle].Offset <= offset ? (middle, high) : (low, middle - 1);
        }

        return Pages.Count == 0 ? null : Pages[low];
    }

    /// <summary>The last indexed character at or before an offset, and its byte.</summary>
    public (int Character, long Byte) Before(int offset)
    {
        var (low, high) = (0, (Index.Count / 2) - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Index[middle * 2] <= offset ? (middle, high) : (low, middle - 1);
        }

        return Index.Count == 0 ? (0, 0) : ((int)Index[low * 2], Index[(low * 2) + 1]);
    }
}
