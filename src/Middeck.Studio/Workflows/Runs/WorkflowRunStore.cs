using System.Text.Json;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;
using Middeck.Studio.Conversations;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>Reads runs, their journal and their forms, and hands runs from node to node.</summary>
internal sealed class WorkflowRunStore(Database database, LargeTexts texts)
{
    private static SqlText Columns => SqlText.Of($"""
        r.id, r.workspace_id, r.app_id, r.version, r.source, r.user_id, r.end_user_id, r.end_user, r.message_id, r.only_node, r.inputs,
        r.status, r.outputs, r.error, r.elapsed, r.total_tokens, r.total_price, r.currency, r.total_steps, r.exceptions, r.created_at,
        r.finished_at,
        (SELECT v.id FROM studio.app_version v WHERE v.app_id = r.app_id AND v.version = r.version) AS version_id
        """);

    private static SqlText Config => SqlText.Of($"""
        coalesce(
            (SELECT v.config FROM studio.app_version v WHERE v.app_id = r.app_id AND v.version = r.version),
            (SELECT d.config FROM studio.workflow_draft d WHERE d.app_id = r.app_id AND d.hash = r.draft_hash))
        """);

    /// <summary>What a run does, as the DSL's section <c>workflow</c>; null when that is gone.</summary>
    public Task<JsonElement?> FindConfigAsync(Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT {Config} AS config FROM studio.workflow_run r WHERE r.id = {id}", static row => row.Json("config"), cancellationToken);

    /// <summary>What a run began with; null when it is gone.</summary>
    public async Task<RunSnapshot?> FindStartAsync(Guid id, CancellationToken cancellationToken)
        => await database.ScalarAsync<string?>($"SELECT start FROM studio.workflow_run WHERE id = {id}", cancellationToken) is { } start
            ? RunSnapshotJson.Parse(start)
            : null;

    /// <summary>Keeps what runs of a draft do.</summary>
    public Task KeepDraftAsync(Guid appId, byte[] hash, string config, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO studio.workflow_draft (app_id, hash, config)
            SELECT id, {hash}, {SqlText.Jsonb(config)} FROM studio.app WHERE id = {appId}
            ON CONFLICT (app_id, hash) DO NOTHING
            """,
            cancellationToken);

    /// <summary>A run of the app; null when there is none.</summary>
    public Task<WorkflowRow?> FindAsync(Guid workspaceId, Guid appId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM studio.workflow_run r
            WHERE r.workspace_id = {workspaceId} AND r.app_id = {appId} AND r.id = {id}
            """,
            Read,
            cancellationToken);

    /// <summary>Runs of the app, the latest first.</summary>
    public Task<List<WorkflowRow>> ListAsync(
        Guid workspaceId, Guid appId, WorkflowFilter filter, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {Columns} FROM studio.workflow_run r
            WHERE r.workspace_id = {workspaceId} AND r.app_id = {appId}
                AND {(page.After is { } after ? SqlText.Of($"r.id < {after}") : SqlText.Of($"true"))}
                AND {filter.ToSql()}
            ORDER BY r.id DESC LIMIT {page.Fetch}
            """,
            Read,
            cancellationToken);

    /// <summary>A numbered page of the app's runs for Dify's list, and how many there are at most 10,000.</summary>
    public async Task<(List<WorkflowRow> Rows, long Total)> ListAsync(
        Guid workspaceId, Guid appId, WorkflowFilter filter, int page, int limit, CancellationToken cancellationToken)
    {
        const int MostCounted = 10_000;
        var rows = await database.QueryAsync(
            $"""
            SELECT {Columns} FROM studio.workflow_run r
            WHERE r.workspace_id = {workspaceId} AND r.app_id = {appId} AND {filter.ToSql()}
            ORDER BY r.id DESC LIMIT {limit} OFFSET {(page - 1) * limit}
            """,
            Read,
            cancellationToken);
        var total = await database.ScalarAsync<long>(
            $"""
            SELECT count(*) FROM (
                SELECT FROM studio.workflow_run r
                WHERE r.workspace_id = {workspaceId} AND r.app_id = {appId} AND {filter.ToSql()} LIMIT {MostCounted}) AS counted
            """,
            cancellationToken);
        return (rows, total);
    }

    /// <summary>What those who watch a run are told behind an event; without the records.</summary>
    public Task<List<JournalRow>> EventsAsync(Guid id, int after, int most, CancellationToken cancellationToken)
        => ReadAsync(
            SqlText.Of($"""
                SELECT sequence, name, body, text_length, node_key, NULL::text AS record, body_object, NULL::uuid AS record_object
                FROM studio.workflow_event WHERE run_id = {id} AND sequence > {after} ORDER BY sequence LIMIT {most}
                """),
            cancellationToken);

    /// <summary>What is told of the nodes of a run; without the records.</summary>
    public Task<List<JournalRow>> NodeEventsAsync(Guid id, int most, CancellationToken cancellationToken)
        => ReadAsync(
            SqlText.Of($"""
                SELECT sequence, name, body, text_length, node_key, NULL::text AS record, body_object, NULL::uuid AS record_object
                FROM studio.workflow_event WHERE run_id = {id} AND node_key IS NOT NULL ORDER BY sequence LIMIT {most}
                """),
            cancellationToken);

    /// <summary>What is needed to go on with a run, behind an event: the records, and the bodies of texts.</summary>
    public Task<List<JournalRow>> PastAsync(Guid id, int after, int most, CancellationToken cancellationToken)
        => ReadAsync(
            SqlText.Of($"""
                SELECT sequence, name, CASE WHEN name = ANY({RunPast.Texts}) THEN body ELSE '' END AS body, text_length, node_key, record,
                    CASE WHEN name = ANY({RunPast.Texts}) THEN body_object END AS body_object, record_object
                FROM studio.workflow_event WHERE run_id = {id} AND sequence > {after} ORDER BY sequence LIMIT {most}
                """),
            cancellationToken);

    private async Task<List<JournalRow>> ReadAsync(SqlText select, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            select,
            static row => (
                Row: new JournalRow(
                    row.Get<int>("sequence"), row.Get<string>("name"), row.Get<string>("body"), row.Get<int>("text_length"),
                    row.Get<string?>("node_key"), row.Get<string?>("record")),
                Body: row.Get<Guid?>("body_object"),
                Record: row.Get<Guid?>("record_object")),
            cancellationToken);
        var whole = new List<JournalRow>(rows.Count);
        foreach (var (row, body, record) in rows)
        {
            whole.Add(body is null && record is null ? row : row with
            {
                Body = body is { } large ? await texts.GetAsync(large, cancellationToken) : row.Body,
                Record = record is { } largeRecord ? await texts.GetAsync(largeRecord, cancellationToken) : row.Record,
            });
        }

        return whole;
    }

    /// <summary>Takes up a run that waits for a person, or one whose node stopped renewing its lease; null when another one was quicker.</summary>
    /// <param name="id">The run.</param>
    /// <param name="isPaused">Whether it is one that waits for a person.</param>
    /// <param name="node">This node.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<WorkflowTask?> TakeUpAsync(
        Guid id, bool isPaused, Guid node, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var taken = await database.ExecuteAsync(
            $"""
            UPDATE studio.workflow_run SET status = 'running', lease_owner = {node}, lease_expires_at = {now + JournalStore.Lease},
                attempts = CASE WHEN status = 'paused' THEN 1 ELSE attempts + 1 END,
                attempted = CASE WHEN status = 'paused' THEN ARRAY[]::text[] ELSE attempted END
            WHERE id = {id} AND ({isPaused} AND status = 'paused' OR NOT {isPaused} AND status = 'running' AND lease_expires_at < {now})
            """,
            cancellationToken);
        return taken == 0 ? null : await database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns}, r.key_id, r.start, r.attempted, r.attempts, r.stop_requested, a.name, a.description, a.mode,
                {Config} AS config
            FROM studio.workflow_run r JOIN studio.app a ON a.id = r.app_id
            WHERE r.id = {id}
            """,
            static row => new WorkflowTask(
                Read(row),
                row.Get<Guid?>("key_id"),
                row.Get<string>("start"),
                row.Get<string[]>("attempted"),
                row.Get<int>("attempts"),
                row.Get<bool>("stop_requested"),
                row.Json("config"),
                row.Get<string>("name"),
                row.Get<string>("description"),
                row.Get<string>("mode")),
            cancellationToken);
    }

    /// <summary>Runs whose node stopped renewing their lease.</summary>
    public Task<List<Guid>> AbandonedAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id FROM studio.workflow_run WHERE status = 'running' AND lease_expires_at < {now}
            ORDER BY lease_expires_at LIMIT {most}
            """,
            static row => row.At<Guid>(0),
            cancellationToken);

    /// <summary>Renews the node's leases.</summary>
    /// <returns>The runs that are still the node's own, and whether somebody wants them to stop.</returns>
    public Task<List<(Guid Id, bool StopRequested)>> RenewAsync(
        Guid[] ids, Guid node, DateTimeOffset now, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            UPDATE studio.workflow_run SET lease_expires_at = {now + JournalStore.Lease}
            WHERE id = ANY({ids}) AND status = 'running' AND lease_owner = {node}
            RETURNING id, stop_requested
            """,
            static row => (row.At<Guid>(0), row.At<bool>(1)),
            cancellationToken);

    /// <summary>Lets other nodes take a run up at once.</summary>
    public Task ReleaseAsync(Guid id, Guid node, DateTimeOffset now, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.workflow_run SET lease_expires_at = {now - TimeSpan.FromSeconds(1)}, attempts = greatest(attempts - 1, 0)
            WHERE id = {id} AND lease_owner = {node} AND status = 'running'
            """,
            cancellationToken);

    /// <summary>Asks the node that works on it to stop; one that waits for a person is closed at once. False when it has ended.</summary>
    public async Task<bool> RequestStopAsync(
        Guid workspaceId, Guid appId, Guid id, Person? person, DateTimeOffset now, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE studio.workflow_run SET stop_requested = true,
                status = CASE WHEN status = 'paused' THEN 'stopped' ELSE status END,
                finished_at = CASE WHEN status = 'paused' THEN {now} ELSE finished_at END
            WHERE workspace_id = {workspaceId} AND app_id = {appId} AND id = {id} AND status IN ('running', 'paused')
                AND ({person == null} OR user_id = {person?.UserId}::uuid OR end_user_id = {person?.EndUserId}::uuid)
            """,
            cancellationToken) > 0;

    /// <summary>Closes a run that nobody can go on with.</summary>
    public Task CloseAsync(Guid id, Guid node, string status, string? error, DateTimeOffset now, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.workflow_run SET status = {status}, error = {error}::text, finished_at = {now}, lease_owner = NULL,
                lease_expires_at = NULL
            WHERE id = {id} AND lease_owner = {node} AND status = 'running'
            """,
            cancellationToken);

    /// <summary>Deletes runs that ended before, with their journals; drafts that no run needs any more go too.</summary>
    public Task<int> TrimAsync(DateTimeOffset before, int batch, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            DELETE FROM studio.workflow_run WHERE id IN (
                SELECT id FROM studio.workflow_run WHERE finished_at < {before} ORDER BY finished_at LIMIT {batch})
            """,
            cancellationToken);

    /// <summary>Deletes what runs of drafts did when none of them is left.</summary>
    public Task<int> TrimDraftsAsync(int batch, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            DELETE FROM studio.workflow_draft d WHERE (d.app_id, d.hash) IN (
                SELECT old.app_id, old.hash FROM studio.workflow_draft old
                WHERE NOT EXISTS (SELECT FROM studio.workflow_run r WHERE r.app_id = old.app_id AND r.draft_hash = old.hash)
                    AND NOT EXISTS (SELECT FROM studio.app a WHERE a.id = old.app_id AND a.draft_config = old.config)
                LIMIT {batch})
            """,
            cancellationToken);

    private static WorkflowRow Read(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("workspace_id"),
        row.Get<Guid>("app_id"),
        row.Get<int?>("version"),
        row.Get<Guid?>("version_id"),
        row.Get<string>("source"),
        row.Get<Guid?>("user_id") is { } user ? Person.User(user) : Person.EndUser(row.Get<Guid?>("end_user_id") ?? Guid.Empty),
        row.Get<string?>("end_user"),
        row.Get<Guid?>("message_id"),
        row.Get<string?>("only_node"),
        row.Json("inputs") ?? JsonSerializer.SerializeToElement(new { }),
        row.Get<string>("status"),
        row.Json("outputs"),
        row.Get<string?>("error"),
        row.Get<double>("elapsed"),
        row.Get<long>("total_tokens"),
        row.Get<decimal>("total_price"),
        row.Get<string>("currency"),
        row.Get<int>("total_steps"),
        row.Get<int>("exceptions"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset?>("finished_at"));
}
