using Middeck.Knowledge.Indexing;

namespace Middeck.Knowledge.Chunks;

/// <summary>A child that is not written yet.</summary>
internal sealed record DraftChild(ChildKind Kind, string Content, int? StartOffset = null, bool Edited = false);
