namespace Middeck.Knowledge.Chunks;

/// <summary>A part of a document's text around a chunk.</summary>
/// <param name="Text">The part.</param>
/// <param name="Offset">Where the part begins in the whole text.</param>
/// <param name="Total">Characters of the whole text.</param>
/// <param name="Highlight">The chunk, counted from the beginning of <see cref="Text"/>.</param>
internal sealed record Passage(string Text, int Offset, long Total, TextRange Highlight);
