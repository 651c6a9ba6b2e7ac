using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;

namespace Middeck.Knowledge.Ingestion;

/// <summary>Cuts a text piece by piece and says of each chunk on which page and under which headings it stands.</summary>
/// <param name="chunker">Cuts it.</param>
/// <param name="chunking">How.</param>
/// <param name="text">Where its pages begin.</param>
/// <param name="hasHeadings">False for code, where <c>#</c> begins a comment.</param>
internal sealed class DraftMaker(IChunker chunker, ChunkingSettings chunking, TextFacts text, bool hasHeadings = true)
{
    private readonly HeadingTrail _headings = new();
    private readonly bool _searchesHeadings = chunker is HeadingChunker;

    public IEnumerable<ChunkDraft> Of(TextPiece piece)
    {
        var drafts = chunker.Split(piece, chunking);
        return (hasHeadings ? _headings.Follow(piece, drafts) : drafts).Select(Place);
    }

    private ChunkDraft Place(ChunkDraft draft)
    {
        var page = text.PageAt(draft.Source.Start);
        return draft with
        {
            Page = page?.Number,
            Place = page?.Place,
            Context = _searchesHeadings ? draft.Heading : draft.Context,
        };
    }
}
