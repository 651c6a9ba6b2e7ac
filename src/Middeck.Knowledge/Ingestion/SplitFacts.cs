namespace Middeck.Knowledge.Ingestion;

/// <summary>Written when all chunks of the next generation are there.</summary>
/// <param name="Marker">What they were made from: equal only for the same text, cut in the same way.</param>
/// <param name="Chunks">How many.</param>
/// <param name="Warnings">What was left out.</param>
internal sealed record SplitFacts(string Marker, int Chunks, IReadOnlyList<string> Warnings);
