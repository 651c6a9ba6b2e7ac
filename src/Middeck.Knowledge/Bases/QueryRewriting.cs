using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Bases;

/// <summary>Whether a chat model puts the question into better words first. When it fails, the question is searched as it is.</summary>
public sealed record QueryRewriting
{
    /// <summary>What the model makes of it.</summary>
    public RewritingMode Mode { get; init; } = RewritingMode.Rewrite;

    /// <summary><c>provider/model</c>; null for the workspace's default.</summary>
    [StringLength(200)]
    public string? Model { get; init; }

    /// <summary>Seconds that the model may take, 1 to 60.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; init; } = 10;
}
