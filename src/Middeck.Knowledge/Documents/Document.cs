namespace Middeck.Knowledge.Documents;

/// <summary>A document as others see it.</summary>
internal sealed record Document(
    Guid Id,
    Guid KnowledgeBaseId,
    string Name,
    long Size,
    string MimeType,
    DocumentStatus Status,
    double Progress,
    string? Fact,
    string? Error,
    bool Enabled,
    bool Archived,
    int ChunkCount,
    long CharacterCount,
    int? PageCount,
    long HitCount,
    Guid? JobId,
    Guid? CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? CompletedAt)
{
    public static Document From(DocumentRow row) => new(
        row.Id,
        row.BaseId,
        row.Name,
        row.Size,
        row.MimeType,
        row.Status,
        row.Progress,
        row.Fact,
        row.Error,
        row.Enabled,
        row.Archived,
        row.ChunkCount,
        row.CharacterCount,
        row.PageCount,
        row.HitCount,
        row.JobId,
        row.CreatedBy,
        row.CreatedAt,
        row.UpdatedAt,
        row.CompletedAt);
}
