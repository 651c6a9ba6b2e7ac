namespace Middeck.Studio.Sites.Embedding;

/// <summary>What <c>embed.js</c> asks before it shows its bubble.</summary>
/// <param name="Allowed">Whether the asking page may embed.</param>
/// <param name="Title">What the page is called; null when it may not.</param>
/// <param name="Icon">An emoji; null for none.</param>
/// <param name="Color">The page's colour, such as <c>#155EEF</c>; null for its own.</param>
/// <param name="Language">The page's language until a person chooses another.</param>
internal sealed record EmbedCheck(bool Allowed, string? Title, string? Icon, string? Color, string? Language);
