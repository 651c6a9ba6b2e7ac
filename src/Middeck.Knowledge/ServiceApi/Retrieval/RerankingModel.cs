namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>A rerank model by Dify's two names.</summary>
public sealed record RerankingModel
{
    /// <summary>The provider.</summary>
    public string? RerankingProviderName { get; init; }

    /// <summary>The model's name with the provider.</summary>
    public string? RerankingModelName { get; init; }
}
