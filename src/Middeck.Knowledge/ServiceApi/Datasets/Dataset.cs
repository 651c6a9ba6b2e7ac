using Middeck.Knowledge.ServiceApi.Retrieval;

namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>A knowledge base as Dify's clients see it.</summary>
internal sealed record Dataset
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary><c>vendor</c> or <c>external</c>.</summary>
    public required string Provider { get; init; }

    public required string Permission { get; init; }

    public required string? DataSourceType { get; init; }

    public required string IndexingTechnique { get; init; }

    public required int AppCount { get; init; }

    public required long DocumentCount { get; init; }

    public required long WordCount { get; init; }

    public required Guid? CreatedBy { get; init; }

    public required string? AuthorName { get; init; }

    public required long CreatedAt { get; init; }

    public required Guid? UpdatedBy { get; init; }

    public required long UpdatedAt { get; init; }

    public required string? EmbeddingModel { get; init; }

    public required string? EmbeddingModelProvider { get; init; }

    public required bool EmbeddingAvailable { get; init; }

    public required RetrievalModel RetrievalModelDict { get; init; }

    public required SummaryIndexSetting SummaryIndexSetting { get; init; }

    public required IReadOnlyList<DatasetTag> Tags { get; init; }

    public required string DocForm { get; init; }

    public required ExternalKnowledge ExternalKnowledgeInfo { get; init; }

    public required ExternalRetrievalModel ExternalRetrievalModel { get; init; }

    public required IReadOnlyList<DatasetField> DocMetadata { get; init; }

    public required bool BuiltInFieldEnabled { get; init; }

    /// <summary>Always null: there are no knowledge pipelines.</summary>
    public Guid? PipelineId { get; init; }

    public string RuntimeMode { get; init; } = "general";

    public string? ChunkStructure { get; init; }

    public DatasetIcon IconInfo { get; init; } = DatasetIcon.Default;

    public bool IsPublished { get; init; }

    public required long TotalDocuments { get; init; }

    public required long TotalAvailableDocuments { get; init; }

    public bool EnableApi { get; init; } = true;

    public bool IsMultimodal { get; init; }

    public required Guid? Maintainer { get; init; }

    public required IReadOnlyList<Guid> PartialMemberList { get; init; }
}
