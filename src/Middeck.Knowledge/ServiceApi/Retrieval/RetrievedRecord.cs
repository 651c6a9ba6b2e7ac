namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>A passage that was found.</summary>
internal sealed record RetrievedRecord(
    RetrievedSegment Segment, IReadOnlyList<RetrievedChild> ChildChunks, double Score, string? Summary)
{
    /// <summary>Always null: nothing is drawn.</summary>
    public object? TsnePosition { get; init; }

    /// <summary>Always empty: chunks are text.</summary>
    public IReadOnlyList<object> Files { get; init; } = [];
}
