namespace Middeck.Knowledge.ServiceApi.Segments;

/// <summary>A page of the chunks of a document.</summary>
internal sealed record SegmentList(
    IReadOnlyList<DatasetSegment> Data, string DocForm, long Total, bool HasMore, int Limit, int Page);
