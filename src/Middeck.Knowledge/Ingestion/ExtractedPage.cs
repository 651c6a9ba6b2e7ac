namespace Middeck.Knowledge.Ingestion;

/// <summary>The text of one page. Paragraphs are set apart by an empty line, headings begin with <c>#</c>.</summary>
/// <param name="Number">From 1; null when the format has no pages.</param>
/// <param name="Text">May be empty.</param>
internal sealed record ExtractedPage(int? Number, string Text);
