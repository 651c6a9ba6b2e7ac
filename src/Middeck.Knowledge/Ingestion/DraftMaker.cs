using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;

namespace Middeck.Knowledge.Ingestion;

/// <summary>Cuts a text piece by piece and says of each chunk on which page and under which headings it stands.</summary>
internal sealed class DraftMaker(IChunker chunker, ChunkingSettings chunking, TextFacts text)
{
    private readonly HeadingTrail _headings = new();
    private readonly bool _searchesHeadings = chunker is HeadingChunker;

    public IEnumerable<ChunkDraft> Of(TextPiece piece)
        => _headings.Follow(piece, chunker.Split(piece, chunking)).Select(Place);

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
