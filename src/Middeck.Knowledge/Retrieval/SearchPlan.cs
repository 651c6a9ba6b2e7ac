using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval;

/// <summary>How one base is searched for one request: the request's own word, else the base's.</summary>
internal sealed record SearchPlan(KnowledgeBaseRow Base, SearchMethod Method, MetadataFilter? Filter)
{
    public bool ByWords => Method is not SearchMethod.SemanticSearch;

    public bool ByMeaning => Method is SearchMethod.SemanticSearch or SearchMethod.HybridSearch;

    public static SearchPlan For(KnowledgeBaseRow row, SearchRequest request) => new(
        row,
        row.Indexing == IndexingMethod.Economy ? SearchMethod.KeywordSearch : request.Method ?? row.Retrieval.Method,
        request.Filters ?? row.Retrieval.Filters);

    /// <summary>Passages of the base below it are left out.</summary>
    public static double ThresholdOf(KnowledgeBaseRow row, SearchRequest request)
        => request.ScoreThreshold ?? row.Retrieval.ScoreThreshold ?? 0;
}
