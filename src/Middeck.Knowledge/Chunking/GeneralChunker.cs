using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Chunking;

/// <summary>Dify's general mode: passages between separators, of bounded length.</summary>
internal sealed class GeneralChunker : IChunker
{
    public string Mode => "general";

    public int CutAt(string text, ChunkingSettings settings) => Of(settings).LastBorder(text);

    public IEnumerable<ChunkDraft> Split(TextPiece piece, ChunkingSettings settings)
        => Of(settings).Split(piece.Text).Select(cut => new ChunkDraft(cut.In(piece.Text), piece.InWhole(cut.Range)));

    public static SectionSplit Of(ChunkingSettings settings) => new(settings.Separator, settings.MaxLength, settings.Overlap);
}
