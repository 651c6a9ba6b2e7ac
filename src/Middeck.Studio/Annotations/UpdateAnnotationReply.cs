using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Annotations;

/// <summary>Sets whether and when annotations are the answer.</summary>
public sealed record UpdateAnnotationReply
{
    /// <summary>Whether they are looked at before a model is asked.</summary>
    [Required]
    public bool? Enabled { get; init; }

    /// <summary>How near a question must be, 0 to 1; left out for what holds.</summary>
    [Range(0.0, 1.0)]
    public double? ScoreThreshold { get; init; }

    /// <summary><c>provider/model</c>; left out for what holds, or the workspace's default.</summary>
    [StringLength(700, MinimumLength = 1)]
    public string? EmbeddingModel { get; init; }
}
