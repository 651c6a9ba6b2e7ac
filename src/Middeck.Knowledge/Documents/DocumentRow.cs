using Middeck.Knowledge.Bases;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Documents;

/// <summary>A row of <c>knowledge.document</c>.</summary>
internal sealed record DocumentRow
{
    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    public required Guid BaseId { get; init; }

    public required string Name { get; init; }

    public required string Extension { get; init; }

    public required string MimeType { get; init; }

    public required long Size { get; init; }

    public required string Sha256 { get; init; }

    public required string ObjectKey { get; init; }

    public string? TextKey { get; init; }

    public ChunkingSettings? ChunkedWith { get; init; }

    /// <summary>The chunks that searches find; 0 while there is none.</summary>
    public int Generation { get; init; }

    /// <summary>Counts uploads of the same name, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Such as <c>2026/plans</c>; empty for the top.</summary>
    public string Folder { get; init; } = "";

    public DocumentOrigin Origin { get; init; }

    /// <summary>The source that keeps it up to date.</summary>
    public Guid? SourceId { get; init; }

    /// <summary>Its name there: an address, an object's key, a path.</summary>
    public string? SourceKey { get; init; }

    /// <summary>How the source tells versions apart; null when it is gone from there.</summary>
    public string? SourceVersion { get; init; }

    /// <summary>Who brought the present version.</summary>
    public Guid? FileBy { get; init; }

    public DateTimeOffset FileAt { get; init; }

    /// <summary>What was asked for this document alone; null for the base's.</summary>
    public ChunkingSettings? Chunking { get; init; }

    public bool Archived { get; init; }

    public DocumentStatus Status { get; init; }

    public double Progress { get; init; }

    public string? Fact { get; init; }

    public string? Error { get; init; }

    public string? ErrorCode { get; init; }

    /// <summary>What of it could not be read or enriched, while the rest can be found.</summary>
    public string? Warning { get; init; }

    /// <summary>The attempt that works on it.</summary>
    public Guid? Claim { get; init; }

    public bool Enabled { get; init; } = true;

    public int ChunkCount { get; init; }

    public long CharacterCount { get; init; }

    public int? PageCount { get; init; }

    public long HitCount { get; init; }

    public Guid? JobId { get; init; }

    public Guid? CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public DateTimeOffset? ProcessingStartedAt { get; init; }

    public DateTimeOffset? ParsedAt { get; init; }

    public DateTimeOffset? CleanedAt { get; init; }

    public DateTimeOffset? SplitAt { get; init; }

    public DateTimeOffset? PausedAt { get; init; }

    public DateTimeOffset? StageStartedAt { get; init; }

    /// <summary>What of the present stage was done when it began, such as before a crash.</summary>
    public long StageFrom { get; init; }

    public long StageDone { get; init; }

    /// <summary>0 while it is unknown.</summary>
    public long StageTotal { get; init; }

    public static SqlText Columns => SqlText.Of(
        $"""
        document.id, document.workspace_id, document.base_id, document.name, document.extension, document.mime_type,
        document.size, document.sha256, document.object_key, document.text_key, document.chunked_with, document.generation,
        document.version, document.folder, document.origin, document.source_id, document.source_key,
        document.source_version, document.file_by, document.file_at, document.status,
        document.progress, document.fact, document.error, document.enabled, document.chunk_count,
        document.character_count, document.page_count, document.hit_count, document.job_id, document.created_by,
        document.created_at, document.updated_at, document.completed_at, document.chunking,
        document.archived, document.error_code, document.warning, document.claim, document.processing_started_at,
        document.parsed_at, document.cleaned_at, document.split_at, document.paused_at, document.stage_started_at,
        document.stage_from, document.stage_done, document.stage_total
        """);

    public static DocumentRow From(Row row) => new()
    {
        Id = row.Get<Guid>("id"),
        WorkspaceId = row.Get<Guid>("workspace_id"),
        BaseId = row.Get<Guid>("base_id"),
        Name = row.Get<string>("name"),
        Extension = row.Get<string>("extension"),
        MimeType = row.Get<string>("mime_type"),
        Size = row.Get<long>("size"),
        Sha256 = row.Get<string>("sha256"),
        ObjectKey = row.Get<string>("object_key"),
        TextKey = row.Get<string?>("text_key"),
        ChunkedWith = row.Json<ChunkingSettings>("chunked_with"),
        Generation = row.Get<int>("generation"),
        Version = row.Get<int>("version"),
        Folder = row.Get<string>("folder"),
        Origin = row.Word<DocumentOrigin>("origin"),
        SourceId = row.Get<Guid?>("source_id"),
        SourceKey = row.Get<string?>("source_key"),
        SourceVersion = row.Get<string?>("source_version"),
        FileBy = row.Get<Guid?>("file_by"),
        FileAt = row.Get<DateTimeOffset>("file_at"),
        Status = row.Word<DocumentStatus>("status"),
        Progress = row.Get<double>("progress"),
        Fact = row.Get<string?>("fact"),
        Error = row.Get<string?>("error"),
        Enabled = row.Get<bool>("enabled"),
        Archived = row.Get<bool>("archived"),
        ChunkCount = row.Get<int>("chunk_count"),
        CharacterCount = row.Get<long>("character_count"),
        PageCount = row.Get<int?>("page_count"),
        HitCount = row.Get<long>("hit_count"),
        JobId = row.Get<Guid?>("job_id"),
        CreatedBy = row.Get<Guid?>("created_by"),
        CreatedAt = row.Get<DateTimeOffset>("created_at"),
        UpdatedAt = row.Get<DateTimeOffset>("updated_at"),
        CompletedAt = row.Get<DateTimeOffset?>("completed_at"),
        Chunking = row.Json<ChunkingSettings>("chunking"),
        ErrorCode = row.Get<string?>("error_code"),
        Warning = row.Get<string?>("warning"),
        Claim = row.Get<Guid?>("claim"),
        ProcessingStartedAt = row.Get<DateTimeOffset?>("processing_started_at"),
        ParsedAt = row.Get<DateTimeOffset?>("parsed_at"),
        CleanedAt = row.Get<DateTimeOffset?>("cleaned_at"),
        SplitAt = row.Get<DateTimeOffset?>("split_at"),
        PausedAt = row.Get<DateTimeOffset?>("paused_at"),
        StageStartedAt = row.Get<DateTimeOffset?>("stage_started_at"),
        StageFrom = row.Get<long>("stage_from"),
        StageDone = row.Get<long>("stage_done"),
        StageTotal = row.Get<long>("stage_total"),
    };
}
