namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>How a dataset is searched, in Dify's words; both read and written.</summary>
public sealed record RetrievalModel
{
    /// <summary><c>hybrid_search</c>, <c>semantic_search</c>, <c>full_text_search</c> or <c>keyword_search</c>.</summary>
    public string? SearchMethod { get; init; }

    /// <summary>Whether the result is ordered anew.</summary>
    public bool? RerankingEnable { get; init; }

    /// <summary><c>reranking_model</c> or <c>weighted_score</c>.</summary>
    public string? RerankingMode { get; init; }

    /// <summary>The rerank model.</summary>
    public RerankingModel? RerankingModel { get; init; }

    /// <summary>What counts how much in a weighted score.</summary>
    public RetrievalWeights? Weights { get; init; }

    /// <summary>How many passages.</summary>
    public int? TopK { get; init; }

    /// <summary>Whether the threshold counts.</summary>
    public bool? ScoreThresholdEnabled { get; init; }

    /// <summary>Passages below it are left out.</summary>
    public double? ScoreThreshold { get; init; }

    /// <summary>Which documents are searched.</summary>
    public RetrievalFilter? MetadataFilteringConditions { get; init; }
}
