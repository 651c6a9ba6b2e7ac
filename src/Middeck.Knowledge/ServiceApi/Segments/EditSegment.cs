namespace Middeck.Knowledge.ServiceApi.Segments;

/// <summary>The body of <c>POST …/segments/{segment_id}</c>.</summary>
public sealed record EditSegment
{
    /// <summary>What is changed.</summary>
    public SegmentInput? Segment { get; init; }
}
