namespace Middeck.Knowledge.Ingestion;

/// <summary>Where a page or place begins in the cleaned text.</summary>
/// <param name="Offset">In UTF-16 units.</param>
/// <param name="Number">The page; null when the format has none.</param>
/// <param name="Place">What people call it.</param>
internal sealed record PageStart(int Offset, int? Number, string? Place);
