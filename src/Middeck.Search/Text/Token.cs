namespace Middeck.Search.Text;

/// <summary>
/// A term as the index knows it (folded and stemmed) and where it stands in the text, in UTF-16 units.
/// </summary>
public readonly record struct Token(string Term, int Start, int Length);
