namespace Middeck.Knowledge.Bases;

/// <summary>How what words and meaning found becomes one list.</summary>
public enum RerankingMode
{
    /// <summary>By the places in both lists, each weighed by how far its source is trusted.</summary>
    ReciprocalRankFusion,

    /// <summary>By the weighted sum of both scores.</summary>
    WeightedScore,

    /// <summary>By a rerank model.</summary>
    RerankingModel,
}
