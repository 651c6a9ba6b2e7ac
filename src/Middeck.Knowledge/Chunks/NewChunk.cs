using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Chunks;

/// <summary>A chunk that somebody writes.</summary>
public sealed record NewChunk
{
    /// <summary>Its text, 1 to 20,000 characters.</summary>
    [Required]
    public string Content { get; init; } = "";

    /// <summary>The answer where the content is a question.</summary>
    public string? Answer { get; init; }

    /// <summary>Words that it is found by beside those of its content, at most 100.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Whether searches may find it.</summary>
    public bool Enabled { get; init; } = true;
}
