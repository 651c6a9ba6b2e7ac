using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.External;

/// <summary>Asks a knowledge base as an external knowledge API, in Dify's format.</summary>
public sealed record OfferedRetrieval
{
    /// <summary>The knowledge base's id.</summary>
    [Required]
    [StringLength(255, MinimumLength = 1)]
    public string KnowledgeId { get; init; } = "";

    /// <summary>The question, 1 to 4,000 characters.</summary>
    [Required]
    [StringLength(4000, MinimumLength = 1)]
    public string Query { get; init; } = "";

    /// <summary>How much is wanted.</summary>
    public ExternalRetrievalSetting? RetrievalSetting { get; init; }

    /// <summary>Which documents, by their metadata.</summary>
    public OfferedConditions? MetadataCondition { get; init; }
}
