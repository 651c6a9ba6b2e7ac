using System.Globalization;
using Middeck.Core.Paging;
using Middeck.Jobs;
using Middeck.Storage.Sql;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>The rows of runs.</summary>
internal sealed class EvaluationStore(Database database)
{
    private static SqlText Source => SqlText.Of($"""
        studio.evaluation e JOIN studio.test_set s ON s.id = e.set_id
        LEFT JOIN LATERAL (
            SELECT count(*) FILTER (WHERE state <> 'waiting')::int AS done, count(passed)::int AS judged,
                count(*) FILTER (WHERE passed)::int AS passed, count(*) FILTER (WHERE state = 'failed')::int AS failed,
                avg(score) AS score, avg(similarity) AS similarity, avg(model_score) AS model_score,
                coalesce(sum(prompt_tokens), 0)::bigint AS prompt_tokens,
                coalesce(sum(completion_tokens), 0)::bigint AS completion_tokens,
                coalesce(sum(total_price), 0) AS total_price, max(currency) AS currency,
                percentile_cont(0.5) WITHIN GROUP (ORDER BY duration) AS latency
            FROM studio.evaluation_result r WHERE r.evaluation_id = e.id) f ON true
        """);

    private static SqlText Columns => SqlText.Of($"""
        e.id, e.set_id, s.name AS set_name, e.version, e.draft_revision, e.judges, e.state, e.case_count, e.error, e.job_id,
        e.created_by, e.created_at, e.finished_at, f.*
        """);

    /// <summary>Keeps the run with the cases of its set as they are now. False when there are none.</summary>
    /// <param name="workspaceId">The border.</param>
    /// <param name="appId">The app.</param>
    /// <param name="id">The new run's key.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<bool> InsertAsync(
        Guid workspaceId,
        Guid appId,
        Guid id,
        StartAppEvaluation request,
        Guid? by,
        DateTimeOffset now,
        CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                var source = request.Version is { } version
                    ? SqlText.Of($"""
                        SELECT config, version, NULL::integer AS revision FROM studio.app_version
                        WHERE app_id = {appId} AND version = {version}
                        """)
                    : SqlText.Of($"""
                        SELECT draft_config AS config, NULL::integer AS version, draft_revision AS revision
                        FROM studio.app WHERE id = {appId}
                        """);
                await sql.ExecuteAsync(
                    $"""
                    WITH source AS ({source})
                    INSERT INTO studio.evaluation (id, workspace_id, app_id, set_id, version, draft_revision, config, judges,
                        state, case_count, created_by, created_at)
                    SELECT {id}, {workspaceId}, {appId}, s.id, source.version, source.revision, source.config, s.judges,
                        'waiting', 0, {by}::uuid, {now}
                    FROM source JOIN studio.test_set s ON s.id = {request.SetId} AND s.app_id = {appId}
                    """,
                    cancellationToken);
                return await sql.ExecuteAsync(
                    $"""
                    WITH copied AS (
                        INSERT INTO studio.evaluation_result
                            (evaluation_id, case_id, workspace_id, question, inputs, expected, rules, state)
                        SELECT {id}, c.id, c.workspace_id, c.question, c.inputs, c.expected, c.rules, 'waiting'
                        FROM studio.test_case c WHERE c.set_id = {request.SetId}
                        RETURNING case_id)
                    UPDATE studio.evaluation SET case_count = (SELECT count(*) FROM copied)
                    WHERE id = {id} AND EXISTS (SELECT FROM copied)
                    """,
                    cancellationToken) > 0;
            },
            cancellationToken);

    public Task SetJobAsync(Guid id, Guid jobId, CancellationToken cancellationToken)
        => database.ExecuteAsync($"UPDATE studio.evaluation SET job_id = {jobId} WHERE id = {id}", cancellationToken);

    public Task<AppEvaluation?> FindAsync(Guid workspaceId, Guid appId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM {Source}
            WHERE e.workspace_id = {workspaceId} AND e.app_id = {appId} AND e.id = {id}
            """,
            Read,
            cancellationToken);

    public Task<List<AppEvaluation>> ListAsync(
        Guid workspaceId, Guid appId, Guid? setId, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {Columns} FROM {Source}
            WHERE e.workspace_id = {workspaceId} AND e.app_id = {appId} AND ({setId}::uuid IS NULL OR e.set_id = {setId}::uuid)
                AND ({page.After}::uuid IS NULL OR e.id < {page.After}::uuid)
            ORDER BY e.id DESC LIMIT {page.Fetch}
            """,
            Read,
            cancellationToken);

    /// <summary>The finished runs over a set whose configuration is the draft's and whose cases are still the set's, newest first.</summary>
    public Task<List<AppEvaluation>> OfDraftAsync(
        Guid workspaceId, Guid appId, Guid setId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {Columns} FROM {Source} JOIN studio.app a ON a.id = e.app_id
            WHERE e.workspace_id = {workspaceId} AND e.app_id = {appId} AND e.set_id = {setId} AND e.state = 'succeeded'
                AND e.config = a.draft_config AND e.created_at >= s.cases_changed_at
            ORDER BY e.id DESC LIMIT 20
            """,
            Read,
            cancellationToken);

    /// <summary>The run, which goes on from here; null when it is gone or done.</summary>
    public Task<EvaluationTask?> BeginAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE studio.evaluation e SET state = 'running', error = NULL, finished_at = NULL FROM studio.app a
            WHERE e.workspace_id = {workspaceId} AND e.id = {id} AND e.state <> 'succeeded' AND a.id = e.app_id
            RETURNING e.id, e.version, e.config, e.judges, e.case_count, a.id AS app_id, a.name, a.description, a.mode,
                a.workspace_id, a.deleted_at IS NOT NULL AS is_deleted
            """,
            static row => new EvaluationTask(
                row.Get<Guid>("id"),
                new AppSnapshot(
                    row.Get<Guid>("workspace_id"), row.Get<Guid>("app_id"), row.Get<string>("name"),
                    row.Get<string>("description"), row.Get<string>("mode"), row.Get<int?>("version"),
                    AppConfig.Read(row.Json("config")!.Value, row.Get<string>("mode"))),
                row.Json<JudgeSettings>("judges")!,
                row.Get<int>("case_count"),
                row.Get<bool>("is_deleted")),
            cancellationToken);

    /// <summary>Whether a run goes on, and its app is not deleted.</summary>
    public Task<bool> GoesOnAsync(Guid id, CancellationToken cancellationToken)
        => database.ScalarAsync<bool>(
            $"""
            SELECT EXISTS (SELECT FROM studio.evaluation e JOIN studio.app a ON a.id = e.app_id AND a.deleted_at IS NULL
                           WHERE e.id = {id} AND e.state = 'running')
            """,
            cancellationToken);

    /// <summary>Ends a run; nothing when it is gone or done.</summary>
    /// <returns>Its app; null when it is gone.</returns>
    public Task<Guid?> EndAsync(
        Guid id, JobState state, string? error, DateTimeOffset now, CancellationToken cancellationToken)
        => database.ScalarAsync<Guid?>(
            $"""
            UPDATE studio.evaluation SET state = {state}, error = {error}::text, finished_at = {now}
            WHERE id = {id} AND state <> 'succeeded' RETURNING app_id
            """,
            cancellationToken);

    /// <summary>Ends the runs that a crash has left without a job.</summary>
    public Task FailLostAsync(DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.evaluation SET state = 'failed', finished_at = {now},
                error = 'The platform was stopped before the evaluation began. Start it again.'
            WHERE state = 'waiting' AND job_id IS NULL AND created_at < {before}
            """,
            cancellationToken);

    private static AppEvaluation Read(Row row)
    {
        var (judged, passed) = (row.Get<int>("judged"), row.Get<int>("passed"));
        return new AppEvaluation(
            row.Get<Guid>("id"),
            row.Get<Guid>("set_id"),
            row.Get<string>("set_name"),
            row.Get<int?>("version"),
            row.Get<int?>("draft_revision"),
            row.Json<JudgeSettings>("judges")!,
            row.Word<JobState>("state"),
            row.Get<int>("case_count"),
            new EvaluationFigures(
                row.Get<int>("done"),
                judged,
                passed,
                row.Get<int>("failed"),
                judged == 0 ? null : Math.Round((double)passed / judged, 4),
                Rounded(row.Get<double?>("score")),
                Rounded(row.Get<double?>("similarity")),
                Rounded(row.Get<double?>("model_score")),
                row.Get<long>("prompt_tokens"),
                row.Get<long>("completion_tokens"),
                row.Get<string?>("currency") is { } currency && row.Get<decimal>("total_price") is not 0 and var price
                    ? new MessageCost(price.ToString(CultureInfo.InvariantCulture), currency)
                    : null,
                Rounded(row.Get<double?>("latency"))),
            row.Get<string?>("error"),
            row.Get<Guid?>("job_id"),
            row.Get<Guid?>("created_by"),
            row.Get<DateTimeOffset>("created_at"),
            row.Get<DateTimeOffset?>("finished_at"));
    }

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 4) : null;
}
