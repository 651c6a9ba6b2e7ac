namespace Middeck.Knowledge.ServiceApi.Segments;

/// <summary>The text of a part.</summary>
public sealed record ChildInput
{
    /// <summary>Its text.</summary>
    public string? Content { get; init; }
}
