using Middeck.Search.Text;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Makes the hits that are shown: without what scores too low or says the same again, and with what stands around.</summary>
internal sealed class HitMaker(NeighbourJoin neighbours)
{
    /// <returns>The hits, and for a search that explains itself those that only their score left out.</returns>
    public async Task<(IReadOnlyList<SearchHit> Hits, IReadOnlyList<SearchHit> BelowThreshold)> MakeAsync(
        SearchRequest request,
        string query,
        IReadOnlyList<Passage> passages,
        ResultSettings settings,
        CancellationToken cancellationToken)
    {
        var duplicates = new Duplicates();
        IReadOnlyList<SearchHit> Best(bool aboveThreshold) =>
        [
            .. passages.Where(passage => aboveThreshold == passage.Score >= SearchPlan.ThresholdOf(passage.Base, request))
                .Where(passage => duplicates.IsNew(passage.Chunk.Content + "\n" + passage.Chunk.Answer))
                .Take(settings.TopK)
                .Select(passage => HitOf(query, passage, request.Explain)),
        ];

        var hits = Best(aboveThreshold: true);
        var below = request.Explain ? Best(aboveThreshold: false) : [];
        return settings.Neighbours == 0
            ? (hits, below)
            : (await neighbours.JoinAsync(
                request.Caller.WorkspaceId, query, hits, settings.Neighbours, cancellationToken), below);
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
