using Middeck.Knowledge.ServiceApi.Documents.Rules;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>A document with all that Dify tells of a single one.</summary>
internal sealed record DocumentDetail
{
    public required Guid Id { get; init; }

    public required long Position { get; init; }

    public required string DataSourceType { get; init; }

    public required FileDetails DataSourceInfo { get; init; }

    public required Guid DatasetProcessRuleId { get; init; }

    public required ProcessRule DatasetProcessRule { get; init; }

    public required ProcessRule DocumentProcessRule { get; init; }

    public required string Name { get; init; }

    public required string CreatedFrom { get; init; }

    public required Guid? CreatedBy { get; init; }

    public required long CreatedAt { get; init; }

    public required long Tokens { get; init; }

    public required string IndexingStatus { get; init; }

    public required string? Error { get; init; }

    public required bool Enabled { get; init; }

    public long? DisabledAt { get; init; }

    public Guid? DisabledBy { get; init; }

    public required bool Archived { get; init; }

    public required string DisplayStatus { get; init; }

    public required long HitCount { get; init; }

    public required string DocForm { get; init; }

    public required string? DocLanguage { get; init; }

    public string? DocType { get; init; }

    public required IReadOnlyList<DocumentField> DocMetadata { get; init; }

    public required long? CompletedAt { get; init; }

    public required long UpdatedAt { get; init; }

    /// <summary>Seconds from the first stage to the last.</summary>
    public required double? IndexingLatency { get; init; }

    public required int SegmentCount { get; init; }

    public required long AverageSegmentLength { get; init; }

    public string? SummaryIndexStatus { get; init; }

    public required bool NeedSummary { get; init; }
}
