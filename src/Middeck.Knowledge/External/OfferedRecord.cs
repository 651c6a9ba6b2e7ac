namespace Middeck.Knowledge.External;

/// <summary>A passage in Dify's format.</summary>
internal sealed record OfferedRecord(string Content, double Score, string Title, OfferedMetadata Metadata)
{
    public static OfferedRecord From(SearchHit hit) => new(
        hit.Answer is null ? hit.Content : $"{hit.Content}\n{hit.Answer}",
        hit.Score,
        hit.DocumentName,
        new OfferedMetadata(
            hit.KnowledgeBaseId, hit.KnowledgeBaseName, hit.DocumentId, hit.ChunkId, hit.Position, hit.Page, hit.Heading));
}
