namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>What counts how much in a weighted score.</summary>
public sealed record RetrievalWeights
{
    /// <summary><c>semantic_first</c>, <c>keyword_first</c> or <c>customized</c>.</summary>
    public string? WeightType { get; init; }

    /// <summary>Of the meaning.</summary>
    public VectorSetting? VectorSetting { get; init; }

    /// <summary>Of the words.</summary>
    public KeywordSetting? KeywordSetting { get; init; }
}
