namespace Middeck.Knowledge.Backends;

/// <summary>One chunk's text.</summary>
/// <param name="Id">The chunk.</param>
/// <param name="DocumentId">The document that the chunk belongs to.</param>
/// <param name="Text">Any text, also an empty one.</param>
internal sealed record TextEntry(Guid Id, Guid DocumentId, string Text);
