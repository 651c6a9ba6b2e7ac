namespace Middeck.Knowledge.Chunks;

/// <summary>A chunk as others see it.</summary>
internal sealed record Chunk
{
    public required Guid Id { get; init; }

    /// <summary>Its place in the document, from 1.</summary>
    public required int Position { get; init; }

    public required string Content { get; init; }

    /// <summary>The answer where the content is a question.</summary>
    public string? Answer { get; init; }

    /// <summary>Words that it is found by beside those of its content.</summary>
    public required IReadOnlyList<string> Keywords { get; init; }

    /// <summary>The headings above it.</summary>
    public string? Heading { get; init; }

    /// <summary>What people call the place: a sheet, a chapter, a time code.</summary>
    public string? Place { get; init; }

    /// <summary>A sentence by a model that says where in its document it stands; it is found by it too.</summary>
    public string? Context { get; init; }

    /// <summary>What it says in short.</summary>
    public string? Summary { get; init; }

    /// <summary>Characters in the content, as Dify counts.</summary>
    public int WordCount { get; init; }

    /// <summary>Tokens in the content, estimated.</summary>
    public int TokenCount { get; init; }

    /// <summary>The page it begins on, from 1; null when the format has none.</summary>
    public int? Page { get; init; }

    /// <summary>Whether searches may find it.</summary>
    public bool Enabled { get; init; }

    /// <summary>How often searches found it.</summary>
    public long HitCount { get; init; }

    /// <summary>Changed by hand: it no longer follows the document's text.</summary>
    public bool Edited { get; init; }

    /// <summary>How many parts, questions and summaries lead to it.</summary>
    public int ChildCount { get; init; }

    /// <summary>Those parts, questions and summaries; null in lists.</summary>
    public IReadOnlyList<ChildChunk>? Children { get; init; }

    /// <summary>Null in a base that is searched by words alone.</summary>
    public EmbeddingState? Embedding { get; init; }

    public Guid? CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Hand it back with an edit, to be told when somebody else was faster.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }
}
