namespace Middeck.Knowledge.Ingestion;

/// <summary>The whole text of a document as it is kept and cut; chunk offsets count in <see cref="Text"/>.</summary>
/// <param name="Text">Cleaned; pages are set apart by an empty line.</param>
/// <param name="PageStarts">Offset and number of each page in order; empty when the format has none.</param>
internal sealed record CleanText(string Text, IReadOnlyList<(int Offset, int Page)> PageStarts)
{
    /// <summary>How many pages the file has; null when the format has none.</summary>
    public int? PageCount => PageStarts.Count == 0 ? null : PageStarts.Count;

    /// <summary>The page that holds an offset.</summary>
    public int? PageAt(int offset)
    {
        var (low, high) = (0, PageStarts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = PageStarts[middle].Offset <= offset ? (middle, high) : (low, middle - 1);
        }

        return PageStarts.Count == 0 ? null : PageStarts[low].Page;
    }
}
