namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>The weight of the meaning. The embedding model is the dataset's whatever is said here.</summary>
public sealed record VectorSetting
{
    /// <summary>0 to 1.</summary>
    public double? VectorWeight { get; init; }

    /// <summary>The embedding model's provider.</summary>
    public string? EmbeddingProviderName { get; init; }

    /// <summary>The embedding model.</summary>
    public string? EmbeddingModelName { get; init; }
}
