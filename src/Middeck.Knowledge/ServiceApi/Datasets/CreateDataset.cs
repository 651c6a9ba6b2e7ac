using Middeck.Knowledge.ServiceApi.Retrieval;

namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>The body of <c>POST /v1/datasets</c>. Everything may be missing; what is needed is checked by hand, to name the field.</summary>
public sealed record CreateDataset
{
    /// <summary>1 to 40 characters, once in the workspace.</summary>
    public string? Name { get; init; }

    /// <summary>At most 400 characters.</summary>
    public string? Description { get; init; }

    /// <summary><c>high_quality</c>, the default, or <c>economy</c>.</summary>
    public string? IndexingTechnique { get; init; }

    /// <summary><c>only_me</c>, the default, <c>all_team_members</c> or <c>partial_members</c>.</summary>
    public string? Permission { get; init; }

    /// <summary><c>vendor</c>, the default, or <c>external</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>The embedding model's name with its provider.</summary>
    public string? EmbeddingModel { get; init; }

    /// <summary>That provider.</summary>
    public string? EmbeddingModelProvider { get; init; }

    /// <summary>How it is searched.</summary>
    public RetrievalModel? RetrievalModel { get; init; }

    /// <summary>The external knowledge API, for the provider <c>external</c>.</summary>
    public string? ExternalKnowledgeApiId { get; init; }

    /// <summary>What that API calls the knowledge.</summary>
    public string? ExternalKnowledgeId { get; init; }

    /// <summary>Whether chunks get summaries.</summary>
    public SummaryIndexSetting? SummaryIndexSetting { get; init; }
}
