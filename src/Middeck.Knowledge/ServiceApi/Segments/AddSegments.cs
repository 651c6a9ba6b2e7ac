namespace Middeck.Knowledge.ServiceApi.Segments;

/// <summary>The body of <c>POST …/segments</c>.</summary>
public sealed record AddSegments
{
    /// <summary>At most 100.</summary>
    public IReadOnlyList<SegmentInput>? Segments { get; init; }
}
