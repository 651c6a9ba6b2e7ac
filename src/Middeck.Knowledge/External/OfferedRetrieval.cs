namespace Middeck.Knowledge.External;

/// <summary>
/// Asks a knowledge base as an external knowledge API, in Dify's format. Without attributes: what is wrong is told in the shape
/// of that API, which the framework's validation does not know.
/// </summary>
public sealed record OfferedRetrieval
{
    /// <summary>The knowledge base's id.</summary>
    public string KnowledgeId { get; init; } = "";

    /// <summary>The question, 1 to 4,000 characters.</summary>
    public string Query { get; init; } = "";

    /// <summary>How much is wanted.</summary>
    public ExternalRetrievalSetting? RetrievalSetting { get; init; }

    /// <summary>Which documents, by their metadata.</summary>
    public OfferedConditions? MetadataCondition { get; init; }
}
