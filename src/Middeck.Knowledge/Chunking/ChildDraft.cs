namespace Middeck.Knowledge.Chunking;

/// <summary>A part of a chunk that is not written yet.</summary>
/// <param name="Content">What is searched.</param>
/// <param name="Start">Where it begins in the whole text of the document.</param>
internal sealed record ChildDraft(string Content, int Start);
