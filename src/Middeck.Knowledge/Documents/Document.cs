using System.Text.Json.Serialization;

namespace Middeck.Knowledge.Documents;

/// <summary>A document as others see it.</summary>
internal sealed record Document(
    Guid Id,
    Guid KnowledgeBaseId,
    string Name,
    string Folder,
    int Version,
    DocumentOrigin Origin,
    Guid? SourceId,
    string? SourceKey,
    long Size,
    string MimeType,
    DocumentStatus Status,
    double Progress,
    string? Fact,
    string? Error,
    bool Enabled,
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
    /// <summary>What became of the file, in the answer to an upload alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UploadOutcome? Outcome { get; init; }

    public static Document From(DocumentRow row) => new(
        row.Id,
        row.BaseId,
        row.Name,
        row.Folder,
        row.Version,
        row.Origin,
        row.SourceId,
        row.SourceKey,
        row.Size,
        row.MimeType,
        row.Status,
        row.Progress,
        row.Fact,
        row.Error,
        row.Enabled,
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
