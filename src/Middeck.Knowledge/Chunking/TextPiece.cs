namespace Middeck.Knowledge.Chunking;

/// <summary>A part of a document's text, cut where a chunk ends anyway. Documents up to a million characters are one piece.</summary>
/// <param name="Text">At most some 1.2 million characters.</param>
/// <param name="Offset">Where it begins in the whole text.</param>
internal sealed record TextPiece(string Text, int Offset)
{
    public TextRange InWhole(TextRange range) => range with { Start = range.Start + Offset };
}
