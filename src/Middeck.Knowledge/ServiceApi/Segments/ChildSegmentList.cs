namespace Middeck.Knowledge.ServiceApi.Segments;

/// <summary>A page of the parts of a chunk.</summary>
internal sealed record ChildSegmentList(IReadOnlyList<ChildSegment> Data, int Total, int TotalPages, int Page, int Limit);
