namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>Where the passages of an external dataset come from; nulls in any other.</summary>
internal sealed record ExternalKnowledge(
    string? ExternalKnowledgeId,
    Guid? ExternalKnowledgeApiId,
    string? ExternalKnowledgeApiName,
    string? ExternalKnowledgeApiEndpoint);
