using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.External;

/// <summary>What somebody else's knowledge is asked, in the shape of Dify's external knowledge API.</summary>
internal sealed record ExternalRetrieval(
    string KnowledgeId, string Query, ExternalRetrievalSetting RetrievalSetting, ExternalCondition? MetadataCondition)
{
    public static ExternalRetrieval Of(
        string knowledgeId, string query, int topK, double threshold, MetadataFilter? filter) => new(
        knowledgeId,
        query,
        new ExternalRetrievalSetting { TopK = topK, ScoreThreshold = threshold },
        filter is { Mode: FilterMode.Manual, Conditions.Count: > 0 }
            ? new ExternalCondition(filter.LogicalOperator, filter.Conditions)
            : null);
}
