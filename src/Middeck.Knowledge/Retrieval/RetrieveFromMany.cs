using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Asks several bases at once for one list of passages.</summary>
public sealed record RetrieveFromMany : RetrieveRequest
{
    /// <summary>1 to 50 bases.</summary>
    [Required]
    [MinLength(1)]
    [MaxLength(50)]
    public IReadOnlyList<Guid> KnowledgeBaseIds { get; init; } = [];
}
