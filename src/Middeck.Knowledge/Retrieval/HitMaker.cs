using Middeck.Search.Text;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Makes the hits that are shown: without what scores too low or says the same again, and with what stands around.</summary>
internal sealed class HitMaker(NeighbourJoin neighbours)
{
    public async Task<IReadOnlyList<SearchHit>> MakeAsync(
        SearchRequest request,
        string query,
        IReadOnlyList<Passage> passages,
        ResultSettings settings,
        CancellationToken cancellationToken)
    {
        var duplicates = new Duplicates();
        Passage[] shown =
        [
            .. passages.Where(passage => passage.Score >= SearchPlan.ThresholdOf(passage.Base, request))
                .Where(passage => duplicates.IsNew(passage.Chunk.Content + "\n" + passage.Chunk.Answer))
                .Take(settings.TopK),
        ];
        var hits = shown.Select(passage => HitOf(query, passage, request.Explain));
        return settings.Neighbours == 0
            ? [.. hits]
            : await neighbours.JoinAsync(
                request.Caller.WorkspaceId, query, [.. hits], settings.Neighbours, cancellationToken);
    }

    public static IReadOnlyList<TextRange> Highlights(string query, string content)
        => [.. Highlighter.Highlight(query, content).Select(static range => new TextRange(range.Start, range.Length))];

    private static SearchHit HitOf(string query, Passage passage, bool explains)
    {
        var chunk = passage.Chunk;
        return new SearchHit(
            chunk.BaseId,
            passage.Base.Name,
            chunk.DocumentId,
            chunk.DocumentName,
            chunk.Id,
            chunk.Position,
            chunk.Page,
            chunk.Content,
            Math.Round(passage.Score, 4),
            chunk.WordCount,
            Highlights(query, chunk.Content))
        {
            Answer = chunk.Answer,
            Heading = chunk.Heading,
            Place = chunk.Place,
            ChildChunks = passage.Children,
            ExternalMetadata = passage.Metadata,
            Explanation = explains ? new HitExplanation(passage.Places, passage.MatchedBy) : null,
        };
    }
}
