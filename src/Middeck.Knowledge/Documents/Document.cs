using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Documents;

/// <summary>A document as others see it.</summary>
/// <param name="Id">The key.</param>
/// <param name="KnowledgeBaseId">Where it is.</param>
/// <param name="Name">Its file name.</param>
/// <param name="Size">Bytes of the original.</param>
/// <param name="MimeType">Of the original.</param>
/// <param name="Origin">Where it came from, such as <c>upload</c>.</param>
/// <param name="Version">Counts uploads of the same name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Progress">0 to 1.</param>
/// <param name="Fact">The counted fact of the stage, such as <c>248/400 chunks</c>.</param>
/// <param name="SecondsLeft">Of the present stage, by its pace; null while unknown.</param>
/// <param name="Error">One sentence; null unless it failed.</param>
/// <param name="ErrorCode">Stable name of the error.</param>
/// <param name="Warning">What of it could not be read or enriched, while the rest can be found.</param>
/// <param name="Findable">Whether searches find it, also while a new version or another chunking is in the making.</param>
/// <param name="Enabled">Whether somebody wants it to be found.</param>
/// <param name="Archived">Whether it is put away.</param>
/// <param name="ChunkCount">Chunks that are there.</param>
/// <param name="CharacterCount">Of the cleaned text.</param>
/// <param name="PageCount">Null when the format has none.</param>
/// <param name="HitCount">How often searches found it.</param>
/// <param name="JobId">The last job about it.</param>
/// <param name="Chunking">What was asked for this document alone; null for the base's.</param>
/// <param name="CreatedBy">The person who brought it.</param>
/// <param name="CreatedAt">When it was accepted.</param>
/// <param name="UpdatedAt">Its last change.</param>
/// <param name="ProcessingStartedAt">When a node took it up.</param>
/// <param name="ParsedAt">When its text was read.</param>
/// <param name="CleanedAt">When its text was cleaned.</param>
/// <param name="SplitAt">When its chunks were written.</param>
/// <param name="PausedAt">Since when it is held back.</param>
/// <param name="CompletedAt">When it could be found.</param>
internal sealed record Document(
    Guid Id,
    Guid KnowledgeBaseId,
    string Name,
    long Size,
    string MimeType,
    string Origin,
    int Version,
    DocumentStatus Status,
    double Progress,
    string? Fact,
    long? SecondsLeft,
    string? Error,
    string? ErrorCode,
    string? Warning,
    bool Findable,
    bool Enabled,
    bool Archived,
    int ChunkCount,
    long CharacterCount,
    int? PageCount,
    long HitCount,
    Guid? JobId,
    ChunkingSettings? Chunking,
    Guid? CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ProcessingStartedAt,
    DateTimeOffset? ParsedAt,
    DateTimeOffset? CleanedAt,
    DateTimeOffset? SplitAt,
    DateTimeOffset? PausedAt,
    DateTimeOffset? CompletedAt)
{
    public static Document From(DocumentRow row) => new(
        row.Id,
        row.BaseId,
        row.Name,
        row.Size,
        row.MimeType,
        row.Origin,
        row.Version,
        row.Status,
        row.Progress,
        row.Fact,
        TimeLeft.SecondsOf(row),
        row.Error,
        row.ErrorCode,
        row.Warning,
        row.Generation > 0 && row.Enabled && !row.Archived,
        row.Enabled,
        row.Archived,
        row.ChunkCount,
        row.CharacterCount,
        row.PageCount,
        row.HitCount,
        row.JobId,
        row.Chunking,
        row.CreatedBy,
        row.CreatedAt,
        row.UpdatedAt,
        row.ProcessingStartedAt,
        row.ParsedAt,
        row.CleanedAt,
        row.SplitAt,
        row.PausedAt,
        row.CompletedAt);
}
