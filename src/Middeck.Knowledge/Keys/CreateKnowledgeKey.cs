using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Keys;

/// <summary>Asks for a key to the workspace's knowledge bases.</summary>
public sealed record CreateKnowledgeKey
{
    /// <summary>For people; may be left out.</summary>
    [StringLength(100)]
    public string? Name { get; init; }
}
