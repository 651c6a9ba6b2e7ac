namespace Middeck.Knowledge.Chunks;

/// <summary>Changes a chunk; what is null stays.</summary>
public sealed record EditChunk
{
    /// <summary>Its text, 1 to 20,000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>The answer where the content is a question; an empty text for none.</summary>
    public string? Answer { get; init; }

    /// <summary>Words that it is found by beside those of its content, at most 100.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>What it says in short; an empty text for none. Another content without another summary has none.</summary>
    public string? Summary { get; init; }

    /// <summary>Whether searches may find it.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether the parts of a parent are made anew from another content. Otherwise it is still found by the old parts.</summary>
    public bool RegenerateChildren { get; init; } = true;

    /// <summary>The <c>updated_at</c> that the edit began from; null to overwrite whatever is there.</summary>
    public DateTimeOffset? ExpectedUpdatedAt { get; init; }
}
