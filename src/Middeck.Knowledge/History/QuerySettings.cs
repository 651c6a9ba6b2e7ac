namespace Middeck.Knowledge.History;

/// <summary>What a search said about how to search.</summary>
internal sealed record QuerySettings(SearchMethod? Method, int? TopK, double? ScoreThreshold, bool? Rerank)
{
    public static QuerySettings Of(SearchRequest request)
        => new(request.Method, request.TopK, request.ScoreThreshold, request.Rerank);
}
