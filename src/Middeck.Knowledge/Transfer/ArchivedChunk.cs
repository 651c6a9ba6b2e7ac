namespace Middeck.Knowledge.Transfer;

/// <summary>A line of <c>chunks.jsonl</c>, or of the export of one document.</summary>
internal sealed record ArchivedChunk
{
    /// <summary>Null in the export of one document.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>From 1; on import the order of the lines counts.</summary>
    public int Position { get; init; }

    public string Content { get; init; } = "";

    public string? Answer { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public string? Heading { get; init; }

    public string? Place { get; init; }

    public string? Context { get; init; }

    public string? Summary { get; init; }

    public int? Page { get; init; }

    public bool Enabled { get; init; } = true;

    public bool Edited { get; init; }

    public IReadOnlyList<ArchivedChild> Children { get; init; } = [];
}
