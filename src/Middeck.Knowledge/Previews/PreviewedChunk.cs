namespace Middeck.Knowledge.Previews;

/// <summary>A chunk as it would be.</summary>
/// <param name="Position">Its place, from 1.</param>
/// <param name="Content">Its text.</param>
/// <param name="Answer">The answer where the content is a question.</param>
/// <param name="Heading">The headings above it.</param>
/// <param name="Place">What people call the place.</param>
/// <param name="Page">The page it begins on.</param>
/// <param name="CharacterCount">Of the content.</param>
/// <param name="NeedsModel">Whether a chat model would write questions and answers from it; a preview asks none.</param>
/// <param name="Children">Its parts, which would be searched in its place.</param>
internal sealed record PreviewedChunk(
    int Position,
    string Content,
    string? Answer,
    string? Heading,
    string? Place,
    int? Page,
    int CharacterCount,
    bool NeedsModel,
    IReadOnlyList<string> Children);
