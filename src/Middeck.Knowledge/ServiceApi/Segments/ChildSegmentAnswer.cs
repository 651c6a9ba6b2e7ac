namespace Middeck.Knowledge.ServiceApi.Segments;

/// <summary><c>{"data": {…}}</c></summary>
internal sealed record ChildSegmentAnswer(ChildSegment Data);
