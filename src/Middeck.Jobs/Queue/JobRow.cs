using Middeck.Storage.Sql;

namespace Middeck.Jobs.Queue;

/// <summary>A row of <c>jobs.job</c>: the job as others see it and what only its runner needs.</summary>
internal sealed record JobRow(Job Job, string PayloadJson, Guid? RequestedBy, bool CancelRequested)
{
    public static SqlText Columns => SqlText.Of($"""
        id, workspace_id, kind, subject, title, state, progress, fact, attempt, max_attempts, payload::text AS payload, error,
        trace_id, requested_by, cancel_requested, created_at, started_at, finished_at
        """);

    public static JobRow Read(Row row) => new(
        new Job(
            row.Get<Guid>("id"),
            row.Get<Guid>("workspace_id"),
            row.Get<string>("kind"),
            row.Get<Guid>("subject"),
            row.Get<string>("title"),
            row.Word<JobState>("state"),
            row.Get<double>("progress"),
            row.Get<string?>("fact"),
            row.Get<int>("attempt"),
            row.Get<int>("max_attempts"),
            row.Get<string?>("error"),
            row.Get<string?>("trace_id"),
            row.Get<DateTimeOffset>("created_at"),
            row.Get<DateTimeOffset?>("started_at"),
            row.Get<DateTimeOffset?>("finished_at")),
        row.Get<string>("payload"),
        row.Get<Guid?>("requested_by"),
        row.Get<bool>("cancel_requested"));
}
