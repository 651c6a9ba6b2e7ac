namespace Middeck.Knowledge.Documents;

/// <summary>A document that is cut anew. What is found of it stays found until the new chunks are there.</summary>
/// <param name="Document">As it is now.</param>
/// <param name="EditedChunksLost">Chunks that people changed or added by hand; the new ones come from the file again.</param>
internal sealed record RechunkedDocument(Document Document, long EditedChunksLost);
