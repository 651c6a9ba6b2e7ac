namespace Middeck.Knowledge.ServiceApi.Segments;

/// <summary>What is written of a chunk; what is missing stays.</summary>
public sealed record SegmentInput
{
    /// <summary>Its text.</summary>
    public string? Content { get; init; }

    /// <summary>The answer where the content is a question.</summary>
    public string? Answer { get; init; }

    /// <summary>Words that it is found by.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>Whether searches may find it.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether the parts are made anew from another content.</summary>
    public bool? RegenerateChildChunks { get; init; }

    /// <summary>Must be empty: chunks are text.</summary>
    public IReadOnlyList<string>? AttachmentIds { get; init; }

    /// <summary>What it says in short.</summary>
    public string? Summary { get; init; }
}
