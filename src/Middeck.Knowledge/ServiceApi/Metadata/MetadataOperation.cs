namespace Middeck.Knowledge.ServiceApi.Metadata;

/// <summary>The values of one document.</summary>
public sealed record MetadataOperation
{
    /// <summary>Whose they are.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The values.</summary>
    public IReadOnlyList<MetadataValueInput>? MetadataList { get; init; }

    /// <summary>Whether values of fields that are not named stay.</summary>
    public bool? PartialUpdate { get; init; }
}
