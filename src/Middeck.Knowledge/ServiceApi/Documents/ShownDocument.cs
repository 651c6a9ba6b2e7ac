namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>What Dify tells of a document wherever it shows one.</summary>
internal abstract record ShownDocument
{
    public required Guid Id { get; init; }

    public required long Position { get; init; }

    public required string DataSourceType { get; init; }

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

    public required long HitCount { get; init; }

    public required string DocForm { get; init; }

    public required IReadOnlyList<DocumentField> DocMetadata { get; init; }

    public string? SummaryIndexStatus { get; init; }

    public required bool NeedSummary { get; init; }
}
