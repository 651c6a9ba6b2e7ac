namespace Middeck.Knowledge.ServiceApi.Documents.Rules;

/// <summary>How text is cut.</summary>
public sealed record Segmentation
{
    /// <summary>Where a piece always ends.</summary>
    public string? Separator { get; init; }

    /// <summary>Characters of a piece, whatever the name says.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Characters that a piece repeats of the one before.</summary>
    public int? ChunkOverlap { get; init; }
}
