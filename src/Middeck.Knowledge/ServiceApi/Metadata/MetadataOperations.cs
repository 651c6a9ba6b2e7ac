namespace Middeck.Knowledge.ServiceApi.Metadata;

/// <summary>The body of <c>POST …/documents/metadata</c>.</summary>
public sealed record MetadataOperations
{
    /// <summary>At most 1,000.</summary>
    public IReadOnlyList<MetadataOperation>? OperationData { get; init; }
}
