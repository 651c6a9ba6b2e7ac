namespace Middeck.Knowledge.ServiceApi.Segments;

/// <summary>A chunk as Dify's clients see it.</summary>
internal record DatasetSegment
{
    public required Guid Id { get; init; }

    public required int Position { get; init; }

    public required Guid DocumentId { get; init; }

    public required string Content { get; init; }

    public required string SignContent { get; init; }

    public required string? Answer { get; init; }

    public required int WordCount { get; init; }

    public required int Tokens { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    public required string IndexNodeId { get; init; }

    public required string IndexNodeHash { get; init; }

    public required long HitCount { get; init; }

    public required bool Enabled { get; init; }

    public required long? DisabledAt { get; init; }

    public Guid? DisabledBy { get; init; }

    public required string Status { get; init; }

    public required Guid? CreatedBy { get; init; }

    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; init; }

    public Guid? UpdatedBy { get; init; }

    public required long? IndexingAt { get; init; }

    public required long? CompletedAt { get; init; }

    public string? Error { get; init; }

    public long? StoppedAt { get; init; }

    public required IReadOnlyList<ChildSegment> ChildChunks { get; init; }

    /// <summary>Always empty: chunks are text.</summary>
    public IReadOnlyList<object> Attachments { get; init; } = [];

    public required string? Summary { get; init; }
}
