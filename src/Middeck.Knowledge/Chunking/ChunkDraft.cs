namespace Middeck.Knowledge.Chunking;

/// <summary>A chunk that is not written yet.</summary>
/// <param name="Content">What is shown and found.</param>
/// <param name="Source">Where it comes from in the whole text of the document.</param>
internal sealed record ChunkDraft(string Content, TextRange Source)
{
    /// <summary>The answer where the content is a question.</summary>
    public string? Answer { get; init; }

    /// <summary>Put before the content in the index, such as the headings above it.</summary>
    public string? Context { get; init; }

    /// <summary>The headings above it, such as <c>Chapter 3 › Exits</c>.</summary>
    public string? Heading { get; init; }

    /// <summary>The page it begins on.</summary>
    public int? Page { get; init; }

    /// <summary>What people call the place.</summary>
    public string? Place { get; init; }

    /// <summary>Whether a model still has to write questions and answers from it.</summary>
    public bool IsPassage { get; init; }

    /// <summary>Its parts, which are searched in its place.</summary>
    public IReadOnlyList<ChildDraft> Children { get; init; } = [];
}
