namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>A document as Dify's lists show it.</summary>
internal sealed record DatasetDocument
{
    public required Guid Id { get; init; }

    public required long Position { get; init; }

    public required string DataSourceType { get; init; }

    public required FileReference DataSourceInfo { get; init; }

    public required FileDetails DataSourceDetailDict { get; init; }

    public required Guid DatasetProcessRuleId { get; init; }

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

    public required long WordCount { get; init; }

    public required long HitCount { get; init; }

    public required string DocForm { get; init; }

    public required IReadOnlyList<DocumentField> DocMetadata { get; init; }

    public string? SummaryIndexStatus { get; init; }

    public required bool NeedSummary { get; init; }
}
