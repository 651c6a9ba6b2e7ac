using Middeck.Knowledge.ServiceApi.Retrieval;

namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>The body of <c>PATCH /v1/datasets/{dataset_id}</c>; what is missing stays.</summary>
public sealed record UpdateDataset
{
    /// <summary>1 to 40 characters, once in the workspace.</summary>
    public string? Name { get; init; }

    /// <summary>At most 400 characters.</summary>
    public string? Description { get; init; }

    /// <summary><c>high_quality</c> or <c>economy</c>.</summary>
    public string? IndexingTechnique { get; init; }

    /// <summary><c>only_me</c>, <c>all_team_members</c> or <c>partial_members</c>.</summary>
    public string? Permission { get; init; }

    /// <summary>The embedding model's name with its provider.</summary>
    public string? EmbeddingModel { get; init; }

    /// <summary>That provider.</summary>
    public string? EmbeddingModelProvider { get; init; }

    /// <summary>How it is searched.</summary>
    public RetrievalModel? RetrievalModel { get; init; }

    /// <summary>The people of <c>partial_members</c>.</summary>
    public IReadOnlyList<PartialMember>? PartialMemberList { get; init; }

    /// <summary>How the external knowledge API is asked.</summary>
    public ExternalRetrievalModel? ExternalRetrievalModel { get; init; }

    /// <summary>What the external knowledge API calls the knowledge.</summary>
    public string? ExternalKnowledgeId { get; init; }

    /// <summary>The external knowledge API.</summary>
    public string? ExternalKnowledgeApiId { get; init; }
}
