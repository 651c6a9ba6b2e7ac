namespace Middeck.Knowledge.ServiceApi.Segments;

/// <summary>Chunks that were made, with the form of their document.</summary>
internal sealed record SegmentsAnswer(IReadOnlyList<DatasetSegment> Data, string DocForm);
