namespace Middeck.Knowledge.Sources;

/// <summary>A source as others see it.</summary>
internal sealed record Source(
    Guid Id,
    Guid KnowledgeBaseId,
    SourceKind Kind,
    string Name,
    SourceSettings Settings,
    bool HasSecret,
    string Schedule,
    GoneRule Gone,
    SourceState State,
    string? Error,
    string? ErrorCode,
    Guid? JobId,
    DateTimeOffset? NextRunAt,
    DateTimeOffset? LastRunAt,
    Guid? CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>The last run; null before the first.</summary>
    public SourceRun? LastRun { get; init; }

    public static Source From(SourceRow row) => new(
        row.Id,
        row.BaseId,
        row.Kind,
        row.Name,
        row.Settings,
        row.Secret is not null,
        row.Schedule,
        row.Gone,
        row.State,
        row.Error,
        row.ErrorCode,
        row.JobId,
        row.NextRunAt,
        row.LastRunAt,
        row.CreatedBy,
        row.CreatedAt,
        row.UpdatedAt);
}
