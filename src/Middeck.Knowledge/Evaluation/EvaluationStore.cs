using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Paging;
using Middeck.Knowledge.Bases;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Evaluation;

/// <summary>The rows of evaluations.</summary>
internal sealed class EvaluationStore(Database database)
{
    public Task InsertAsync(EvaluationRun run, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.evaluation (id, workspace_id, base_id, label, reason, settings, own_settings, state, case_count,
                                              created_by, created_at)
            VALUES ({run.Id}, {run.WorkspaceId}, {run.BaseId}, {run.Label}, {run.Reason},
                    {SqlText.Jsonb(JsonSerializer.Serialize(run.Settings, Json.Snake))}, {run.OwnSettings}, {run.State},
                    {run.CaseCount}, {run.CreatedBy}, {run.CreatedAt})
            """,
            cancellationToken);

    public Task SetJobAsync(Guid id, Guid jobId, CancellationToken cancellationToken)
        => database.ExecuteAsync($"UPDATE knowledge.evaluation SET job_id = {jobId} WHERE id = {id}", cancellationToken);

    public Task<EvaluationRun?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT {Columns} FROM knowledge.evaluation WHERE id = {id} AND workspace_id = {workspaceId}", From, cancellationToken);

    public async Task<IReadOnlyList<CaseResult>> ResultsAsync(Guid id, CancellationToken cancellationToken)
        => await database.ScalarAsync<string?>(
            $"SELECT results::text FROM knowledge.evaluation WHERE id = {id}", cancellationToken) is { } json
            ? JsonSerializer.Deserialize<List<CaseResult>>(json, Json.Snake)!
            : [];

    public async Task<Page<EvaluationRun>> PageAsync(
        Guid workspaceId, Guid baseId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT {Columns} FROM knowledge.evaluation
            WHERE base_id = {baseId} AND workspace_id = {workspaceId}
              AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            From,
            cancellationToken);
        return page.ToPage(rows, static row => row.Id);
    }

    /// <summary>The last completed run with the base's own settings before another run.</summary>
    public Task<EvaluationRun?> BaselineAsync(Guid baseId, Guid before, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM knowledge.evaluation
            WHERE base_id = {baseId} AND own_settings AND state = {EvaluationState.Completed} AND id < {before}
            ORDER BY id DESC LIMIT 1
            """,
            From,
            cancellationToken);

    /// <summary>Ends a run that is under way. Null when it has ended already or is gone.</summary>
    public Task<EvaluationRun?> EndAsync(
        Guid id,
        EvaluationState state,
        string? error,
        DateTimeOffset now,
        CancellationToken cancellationToken,
        IReadOnlyList<CaseResult>? results = null,
        EvaluationComparison? comparison = null)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.evaluation
            SET state = {state}, error = {error}, finished_at = {now}, case_count = coalesce({results?.Count}::int, case_count),
                metrics = {Jsonb(results is null ? null : RankingMetrics.Of(results))}, results = {Jsonb(results)},
                comparison = {Jsonb(comparison)}
            WHERE id = {id} AND state = {EvaluationState.Running}
            RETURNING {Columns}
            """,
            From,
            cancellationToken);

    /// <summary>Ends the runs that a crash has left without a job.</summary>
    public Task FailLostAsync(DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE knowledge.evaluation
            SET state = {EvaluationState.Failed}, finished_at = {now},
                error = 'The platform was stopped before the evaluation began. Start it again.'
            WHERE state = {EvaluationState.Running} AND job_id IS NULL AND created_at < {before}
            """,
            cancellationToken);

    public async Task<bool> DeleteAsync(Guid workspaceId, Guid baseId, Guid id, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"DELETE FROM knowledge.evaluation WHERE id = {id} AND base_id = {baseId} AND workspace_id = {workspaceId}",
            cancellationToken) == 1;

    private static SqlText Columns => SqlText.Of(
        $"""
        id, workspace_id, base_id, label, reason, settings, own_settings, state, case_count, metrics, comparison, error, job_id,
        created_by, created_at, finished_at
        """);

    private static Npgsql.NpgsqlParameter Jsonb<T>(T? value)
        => SqlText.Jsonb(value is null ? null : JsonSerializer.Serialize(value, Json.Snake));

    private static EvaluationRun From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("workspace_id"),
        row.Get<Guid>("base_id"),
        row.Get<string>("label"),
        row.Word<EvaluationReason>("reason"),
        row.Json<RetrievalSettings>("settings")!,
        row.Get<bool>("own_settings"),
        row.Word<EvaluationState>("state"),
        row.Get<int>("case_count"),
        row.Json<RankingMetrics>("metrics"),
        row.Json<EvaluationComparison>("comparison"),
        row.Get<string?>("error"),
        row.Get<Guid?>("job_id"),
        row.Get<Guid?>("created_by"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset?>("finished_at"));
}
