namespace Middeck.Knowledge.Chunks;

/// <summary>A chunk as others see it.</summary>
/// <param name="Id">The key.</param>
/// <param name="Position">Its place in the document, from 1.</param>
/// <param name="Content">Its text.</param>
/// <param name="WordCount">Characters in it, as Dify counts.</param>
/// <param name="Page">The page it begins on, from 1; null when the format has none.</param>
/// <param name="Enabled">Whether searches may find it.</param>
/// <param name="HitCount">How often searches found it.</param>
internal sealed record Chunk(
    Guid Id, int Position, string Content, int WordCount, int? Page, bool Enabled, long HitCount);
