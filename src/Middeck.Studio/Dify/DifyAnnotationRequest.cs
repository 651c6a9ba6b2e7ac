namespace Middeck.Studio.Dify;

/// <summary>The body of <c>POST /v1/apps/annotations</c> and <c>PUT /v1/apps/annotations/{id}</c>.</summary>
public sealed record DifyAnnotationRequest
{
    /// <summary>What is asked.</summary>
    public string? Question { get; init; }

    /// <summary>What is answered.</summary>
    public string? Answer { get; init; }
}
