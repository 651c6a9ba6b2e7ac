using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.External;

/// <summary>Asks whether an external knowledge API answers.</summary>
public sealed record CheckExternalApi
{
    /// <summary>What it calls a knowledge; null to check the address and the key alone.</summary>
    [StringLength(255)]
    public string? ExternalKnowledgeId { get; init; }

    /// <summary>What to ask.</summary>
    [StringLength(4000, MinimumLength = 1)]
    public string? Query { get; init; }
}
