namespace Middeck.Studio.Dify;

/// <summary>The body of <c>POST /v1/apps/annotation-reply/{action}</c>.</summary>
public sealed record DifyAnnotationReplyRequest
{
    /// <summary>The provider of the embedding model; empty for the workspace's default.</summary>
    public string? EmbeddingProviderName { get; init; }

    /// <summary>The embedding model; empty for the workspace's default.</summary>
    public string? EmbeddingModelName { get; init; }

    /// <summary>How near a question must be, 0 to 1.</summary>
    public double? ScoreThreshold { get; init; }
}
