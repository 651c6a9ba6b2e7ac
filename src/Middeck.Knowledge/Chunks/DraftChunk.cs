using Middeck.Core.Identifiers;

namespace Middeck.Knowledge.Chunks;

/// <summary>A chunk that is not written yet.</summary>
internal sealed record DraftChunk(Guid Id, string Content)
{
    public string? Answer { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public string? Heading { get; init; }

    public string? Place { get; init; }

    public string? Context { get; init; }

    public string? Summary { get; init; }

    public int? Page { get; init; }

    /// <summary>Where it stands in the document's text, or stood before it was edited.</summary>
    public int StartOffset { get; init; }

    public bool Enabled { get; init; } = true;

    public bool Edited { get; init; }

    public IReadOnlyList<DraftChild> Children { get; init; } = [];

    public static DraftChunk New(string content, TimeProvider clock) => new(Ids.New(clock), content);
}
