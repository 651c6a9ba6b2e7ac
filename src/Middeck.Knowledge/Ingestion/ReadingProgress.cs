namespace Middeck.Knowledge.Ingestion;

/// <summary>How far a reader is.</summary>
/// <param name="Fact">With counted numbers: <c>page 12 of 40</c>.</param>
/// <param name="Share">0 to 1.</param>
internal sealed record ReadingProgress(string Fact, double Share);
