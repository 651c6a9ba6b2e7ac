namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>How far a document is.</summary>
internal sealed record IndexingState(
    Guid Id,
    string IndexingStatus,
    long? ProcessingStartedAt,
    long? ParsingCompletedAt,
    long? CleaningCompletedAt,
    long? SplittingCompletedAt,
    long? CompletedAt,
    long? PausedAt,
    string? Error,
    long? StoppedAt,
    long CompletedSegments,
    long TotalSegments);
