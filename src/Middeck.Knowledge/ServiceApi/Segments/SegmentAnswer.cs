namespace Middeck.Knowledge.ServiceApi.Segments;

/// <summary>A chunk, with the form of its document.</summary>
internal sealed record SegmentAnswer(DatasetSegment Data, string DocForm);
