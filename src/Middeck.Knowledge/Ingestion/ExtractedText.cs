namespace Middeck.Knowledge.Ingestion;

/// <summary>What a reader got out of a file.</summary>
/// <param name="Pages">In order; one page without a number when the format has none.</param>
internal sealed record ExtractedText(IReadOnlyList<ExtractedPage> Pages)
{
    public static ExtractedText WithoutPages(string text) => new([new ExtractedPage(null, text)]);
}
