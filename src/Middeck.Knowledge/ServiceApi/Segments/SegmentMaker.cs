using System.Security.Cryptography;
using System.Text;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;

namespace Middeck.Knowledge.ServiceApi.Segments;

/// <summary>Makes Dify's segments of chunks.</summary>
internal sealed class SegmentMaker(ChildStore children)
{
    /// <summary>With the parts of each.</summary>
    public async Task<IReadOnlyList<DatasetSegment>> OfAsync(
        DocumentRow document, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        var parts = (await children.OfAllAsync(
            document.WorkspaceId, [.. chunks.Where(static chunk => chunk.ChildCount > 0).Select(static chunk => chunk.Id)], cancellationToken))
            .Where(static child => child.Kind == ChildKind.Child)
            .ToLookup(static child => child.ChunkId, ChildSegment.Of);
        return [.. chunks.Select(chunk => Of(document.Id, chunk, [.. parts[chunk.Id]]))];
    }

    public static DatasetSegment Of(Guid documentId, Chunk chunk, IReadOnlyList<ChildSegment> parts) => new()
    {
        Id = chunk.Id,
        Position = chunk.Position,
        DocumentId = documentId,
        Content = chunk.Content,
        SignContent = chunk.Content,
        Answer = chunk.Answer,
        WordCount = chunk.WordCount,
        Tokens = chunk.TokenCount,
        Keywords = chunk.Keywords,
        IndexNodeId = chunk.Id.ToString(),
        IndexNodeHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(chunk.Content))),
        HitCount = chunk.HitCount,
        Enabled = chunk.Enabled,
        DisabledAt = EpochSeconds.Of(chunk.DisabledAt),
        Status = IsReady(chunk) ? "completed" : "indexing",
        CreatedBy = chunk.CreatedBy,
        CreatedAt = chunk.CreatedAt.ToUnixTimeSeconds(),
        UpdatedAt = chunk.UpdatedAt.ToUnixTimeSeconds(),
        IndexingAt = chunk.CreatedAt.ToUnixTimeSeconds(),
        CompletedAt = IsReady(chunk) ? chunk.UpdatedAt.ToUnixTimeSeconds() : null,
        ChildChunks = parts,
        Summary = chunk.Summary,
    };

    /// <summary>The form that a document's chunks have.</summary>
    public static string FormOf(DocumentRow document, KnowledgeBaseRow dataset)
        => DocForms.Of((document.ChunkedWith ?? document.Chunking ?? dataset.Chunking).Mode);

    private static bool IsReady(Chunk chunk) => chunk.Embedding is null or EmbeddingState.Ready;
}
