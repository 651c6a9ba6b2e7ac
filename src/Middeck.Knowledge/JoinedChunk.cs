namespace Middeck.Knowledge;

/// <summary>A chunk whose text was joined with those around it.</summary>
/// <param name="Id">The chunk.</param>
/// <param name="Position">Its place in the document, from 1.</param>
/// <param name="IsHit">Whether it was found itself.</param>
public sealed record JoinedChunk(Guid Id, int Position, bool IsHit);
