namespace Middeck.Knowledge;

/// <summary>A part of a passage that matched.</summary>
/// <param name="Id">The part.</param>
/// <param name="Position">Its place in the passage, from 1.</param>
/// <param name="Content">Its text.</param>
/// <param name="Score">0 to 1.</param>
public sealed record ChildHit(Guid Id, int Position, string Content, double Score);
