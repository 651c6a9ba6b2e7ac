using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Sources;

/// <summary>One run of a source.</summary>
internal sealed record SourceRun(
    Guid Id,
    Guid JobId,
    SyncTrigger Trigger,
    SyncState State,
    SyncCounts Counts,
    IReadOnlyList<SyncFailure> Failures,
    string? Error,
    string? ErrorCode,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt)
{
    public static SqlText Columns => SqlText.Of(
        $"""
        source_run.id, source_run.source_id, source_run.job_id, source_run.trigger, source_run.state, source_run.added,
        source_run.changed, source_run.unchanged, source_run.skipped, source_run.gone, source_run.failed, source_run.failures,
        source_run.error, source_run.error_code, source_run.started_at, source_run.finished_at
        """);

    public static SourceRun From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("job_id"),
        row.Word<SyncTrigger>("trigger"),
        row.Word<SyncState>("state"),
        new SyncCounts(
            row.Get<int>("added"),
            row.Get<int>("changed"),
            row.Get<int>("unchanged"),
            row.Get<int>("skipped"),
            row.Get<int>("gone"),
            row.Get<int>("failed")),
        row.Json<List<SyncFailure>>("failures")!,
        row.Get<string?>("error"),
        row.Get<string?>("error_code"),
        row.Get<DateTimeOffset>("started_at"),
        row.Get<DateTimeOffset?>("finished_at"));
}
