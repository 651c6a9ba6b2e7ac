namespace Middeck.Knowledge.Ingestion;

/// <summary>What is committed of a document: the text that its chunks were cut from, and of the generation that is being made.</summary>
internal sealed record IngestionWork(
    string? TextKey, TextFacts? Text, string? NextTextKey, TextFacts? NextText, SplitFacts? NextSplit, bool HasNextChunks);
