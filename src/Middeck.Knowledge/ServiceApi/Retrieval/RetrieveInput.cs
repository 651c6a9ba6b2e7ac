using Middeck.Knowledge.ServiceApi.Datasets;

namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>The body of <c>POST …/retrieve</c>.</summary>
public sealed record RetrieveInput
{
    /// <summary>The question.</summary>
    public string? Query { get; init; }

    /// <summary>How it is looked for; null for as the dataset says.</summary>
    public RetrievalModel? RetrievalModel { get; init; }

    /// <summary>Must be empty: questions are text.</summary>
    public IReadOnlyList<string>? AttachmentIds { get; init; }

    /// <summary>How an external knowledge API is asked.</summary>
    public ExternalRetrievalModel? ExternalRetrievalModel { get; init; }
}
