using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Uploads;

/// <summary>How far a file has come.</summary>
/// <param name="Id">The key.</param>
/// <param name="KnowledgeBaseId">Where it goes.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Size">Bytes of the whole file.</param>
/// <param name="Offset">Bytes that are kept; the next part begins here.</param>
/// <param name="ChunkSize">Bytes that a part should have; up to <see cref="UploadParts.MaxBytes"/> are taken.</param>
/// <param name="DocumentId">The document that the file has become; null while parts are missing.</param>
/// <param name="ExpiresAt">When what has come is thrown away.</param>
internal sealed record Upload(
    Guid Id,
    Guid KnowledgeBaseId,
    string Name,
    long Size,
    long Offset,
    int ChunkSize,
    Guid? DocumentId,
    DateTimeOffset ExpiresAt)
{
    /// <summary>The document, in the answer to the part that completed it.</summary>
    public Document? Document { get; init; }

    public static Upload From(UploadRow row) => new(
        row.Id, row.BaseId, row.Name, row.Size, row.Received, UploadParts.SuggestedBytes, row.DocumentId, row.ExpiresAt);
}
