using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Chunking;

/// <summary>
/// Dify's parent-child mode: small parts are searched, and the parent around the best ones is what is found. As there, a whole
/// document as the parent keeps a bounded beginning of it: 10,000 characters.
/// </summary>
internal sealed class ParentChildChunker : IChunker
{
    /// <summary>Characters that a whole document as parent keeps.</summary>
    public const int FullDocLimit = 10_000;

    public string Mode => "parent_child";

    public int CutAt(string text, ChunkingSettings settings) => GeneralChunker.Of(settings).LastBorder(text);

    public IEnumerable<ChunkDraft> Split(TextPiece piece, ChunkingSettings settings)
    {
        var children = new SectionSplit(settings.ChildSeparator, settings.ChildMaxLength, settings.ChildOverlap);
        foreach (var cut in Parents(piece, settings))
        {
            var content = cut.In(piece.Text);
            yield return new ChunkDraft(content, piece.InWhole(cut.Range))
            {
                Children =
                [
                    .. children.Split(content).Select(child => new ChildDraft(
                        child.In(content),
                        piece.Offset + cut.Range.Start + Math.Max(0, child.Range.Start - cut.Header.Length))),
                ],
            };
        }
    }

    private static List<Cut> Parents(TextPiece piece, ChunkingSettings settings)
    {
        if (settings.ParentMode == ParentMode.Paragraph)
        {
            return GeneralChunker.Of(settings).Split(piece.Text);
        }

        var whole = piece.Offset > 0
            ? default
            : Ranges.Trim(piece.Text, 0, TextCut.At(piece.Text, FullDocLimit));
        return whole.Length == 0 ? [] : [new Cut(whole)];
    }
}
