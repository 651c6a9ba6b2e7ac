using System.Diagnostics.CodeAnalysis;
using Middeck.Knowledge.ServiceApi.Segments;

namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>A chunk with its document.</summary>
internal sealed record RetrievedSegment : DatasetSegment
{
    [SetsRequiredMembers]
    private RetrievedSegment(DatasetSegment segment, SegmentDocument document) : base(segment) => Document = document;

    public SegmentDocument Document { get; }

    public static RetrievedSegment Of(DatasetSegment segment, SegmentDocument document) => new(segment, document);
}
