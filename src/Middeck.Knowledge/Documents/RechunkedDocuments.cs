namespace Middeck.Knowledge.Documents;

/// <summary>The documents of a base that are cut anew.</summary>
/// <param name="Documents">How many.</param>
/// <param name="EditedChunksLost">Chunks that people changed or added by hand; the new ones come from the files again.</param>
internal sealed record RechunkedDocuments(int Documents, long EditedChunksLost);
