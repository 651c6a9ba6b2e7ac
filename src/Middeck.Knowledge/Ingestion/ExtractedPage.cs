namespace Middeck.Knowledge.Ingestion;

/// <summary>
/// The text of one page, or a part of it: a longer page comes as several in a row with the same number and place. Paragraphs are
/// set apart by an empty line, headings begin with <c>#</c>, tables are Markdown's.
/// </summary>
/// <param name="Number">The page or slide, from 1; null when the format has none.</param>
/// <param name="Text">May be empty; at most <see cref="MaxLength"/> characters.</param>
/// <param name="Place">What people call the place: a sheet, a chapter, a time code such as <c>00:01:30</c>.</param>
internal sealed record ExtractedPage(int? Number, string Text, string? Place = null)
{
    /// <summary>Characters of a page at most. Keeps memory bounded whatever the file holds.</summary>
    public const int MaxLength = 1_000_000;
}
