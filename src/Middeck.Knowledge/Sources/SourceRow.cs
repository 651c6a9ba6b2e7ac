using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Sources;

/// <summary>A row of <c>knowledge.source</c>.</summary>
internal sealed record SourceRow
{
    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    public required Guid BaseId { get; init; }

    public required SourceKind Kind { get; init; }

    public required string Name { get; init; }

    public required SourceSettings Settings { get; init; }

    /// <summary>Encrypted.</summary>
    public string? Secret { get; init; }

    public required string Schedule { get; init; }

    public required GoneRule Gone { get; init; }

    public SourceState State { get; init; }

    public string? Error { get; init; }

    public string? ErrorCode { get; init; }

    public Guid? JobId { get; init; }

    public Guid? RequestedBy { get; init; }

    public SyncTrigger Trigger { get; init; }

    /// <summary>How many documents somebody agreed to lose.</summary>
    public int ConfirmedGone { get; init; }

    public DateTimeOffset? NextRunAt { get; init; }

    public DateTimeOffset? LastRunAt { get; init; }

    public Guid? CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What the secret is bound to.</summary>
    public static string SecretPurpose(Guid id) => $"knowledge.source/{id}";

    public static SqlText Columns => SqlText.Of(
        $"""
        source.id, source.workspace_id, source.base_id, source.kind, source.name, source.settings, source.secret, source.schedule,
        source.gone, source.state, source.error, source.error_code, source.job_id, source.requested_by, source.trigger,
        source.confirmed_gone, source.next_run_at, source.last_run_at, source.created_by, source.created_at, source.updated_at
        """);

    public static SourceRow From(Row row) => new()
    {
        Id = row.Get<Guid>("id"),
        WorkspaceId = row.Get<Guid>("workspace_id"),
        BaseId = row.Get<Guid>("base_id"),
        Kind = row.Word<SourceKind>("kind"),
        Name = row.Get<string>("name"),
        Settings = row.Json<SourceSettings>("settings")!,
        Secret = row.Get<string?>("secret"),
        Schedule = row.Get<string>("schedule"),
        Gone = row.Word<GoneRule>("gone"),
        State = row.Word<SourceState>("state"),
        Error = row.Get<string?>("error"),
        ErrorCode = row.Get<string?>("error_code"),
        JobId = row.Get<Guid?>("job_id"),
        RequestedBy = row.Get<Guid?>("requested_by"),
        Trigger = row.Word<SyncTrigger>("trigger"),
        ConfirmedGone = row.Get<int>("confirmed_gone"),
        NextRunAt = row.Get<DateTimeOffset?>("next_run_at"),
        LastRunAt = row.Get<DateTimeOffset?>("last_run_at"),
        CreatedBy = row.Get<Guid?>("created_by"),
        CreatedAt = row.Get<DateTimeOffset>("created_at"),
        UpdatedAt = row.Get<DateTimeOffset>("updated_at"),
    };
}
