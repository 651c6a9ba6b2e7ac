using System.Security.Cryptography;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Workflows.Triggers;

/// <summary>The rows of triggers.</summary>
internal sealed class TriggerStore(Database database)
{
    private static SqlText Columns => SqlText.Of($"""
        t.id, t.workspace_id, t.app_id, t.node_id, t.kind, t.is_live, t.enabled, t.schedule, t.next_at, t.last_at, t.last_run_id,
        t.listening_until, t.listener, t.created_at, (SELECT r.status FROM studio.workflow_run r WHERE r.id = t.last_run_id) AS last_status
        """);

    /// <summary>A trigger of any workspace; null when there is none.</summary>
    public Task<TriggerRow?> FindAnywhereAsync(Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT {Columns} FROM studio.workflow_trigger t WHERE t.id = {id}", Read, cancellationToken);

    /// <summary>A trigger of the app; null when there is none.</summary>
    public Task<TriggerRow?> FindAsync(Guid workspaceId, Guid appId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM studio.workflow_trigger t
            WHERE t.workspace_id = {workspaceId} AND t.app_id = {appId} AND t.id = {id}
            """,
            Read,
            cancellationToken);

    /// <summary>All triggers of the app, the oldest first.</summary>
    public Task<List<TriggerRow>> ListAsync(Guid workspaceId, Guid appId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {Columns} FROM studio.workflow_trigger t
            WHERE t.workspace_id = {workspaceId} AND t.app_id = {appId} ORDER BY t.created_at, t.node_id
            """,
            Read,
            cancellationToken);

    /// <summary>Gives rows to those of a draft's triggers that have none.</summary>
    public Task AddAsync(
        Guid workspaceId, Guid appId, IReadOnlyList<TriggerNode> nodes, DateTimeOffset now, CancellationToken cancellationToken)
        => nodes.Count == 0 ? Task.CompletedTask : database.ExecuteAllAsync(
            [.. nodes.Select(node => SqlText.Of($"""
                INSERT INTO studio.workflow_trigger (id, workspace_id, app_id, node_id, kind, created_at)
                SELECT {NewId()}, workspace_id, id, {node.Node.Id}, {node.Kind}, {now}
                FROM studio.app WHERE workspace_id = {workspaceId} AND id = {appId}
                ON CONFLICT (app_id, node_id) DO UPDATE SET kind = excluded.kind WHERE NOT workflow_trigger.is_live
                """))],
            cancellationToken);

    /// <summary>Makes the rows those of a version that went live. Who has run before keeps its next time, unless its times are others now.</summary>
    /// <param name="workspaceId">Whose app it is.</param>
    /// <param name="appId">The app.</param>
    /// <param name="version">The version.</param>
    /// <param name="live">Its triggers.</param>
    /// <param name="kept">The nodes that the draft has; rows of others go.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Changes nothing when it fires.</param>
    public Task SyncAsync(
        Guid workspaceId, Guid appId, int version, IReadOnlyList<LiveTrigger> live, string[] kept, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        string[] nodes = [.. live.Select(static trigger => trigger.NodeId)];
        List<SqlText> statements =
        [
            // One after the other, also on two nodes.
            SqlText.Of($"UPDATE studio.app SET triggers_version = {version} WHERE id = {appId}"),
            SqlText.Of($"""
                DELETE FROM studio.workflow_trigger
                WHERE app_id = {appId} AND NOT node_id = ANY({nodes}) AND NOT node_id = ANY({kept})
                """),
            SqlText.Of($"""
                UPDATE studio.workflow_trigger SET is_live = false, schedule = NULL, next_at = NULL
                WHERE app_id = {appId} AND NOT node_id = ANY({nodes})
                """),
        ];
        statements.AddRange(live.Select(trigger => SqlText.Of($"""
            INSERT INTO studio.workflow_trigger AS t (id, workspace_id, app_id, node_id, kind, is_live, schedule, next_at, created_at)
            VALUES ({NewId()}, {workspaceId}, {appId}, {trigger.NodeId}, {trigger.Kind}, true, {trigger.Schedule}::text,
                {trigger.NextAt}::timestamptz, {now})
            ON CONFLICT (app_id, node_id) DO UPDATE SET kind = excluded.kind, is_live = true, schedule = excluded.schedule,
                next_at = CASE WHEN NOT t.enabled THEN NULL
                    WHEN t.schedule IS NOT DISTINCT FROM excluded.schedule THEN t.next_at
                    ELSE excluded.next_at END
            """)));
        return database.ExecuteAllAsync(statements, cancellationToken);
    }

    /// <summary>Apps whose live version's triggers the rows do not have yet.</summary>
    public Task<List<Guid>> BehindAsync(int most, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id FROM studio.app
            WHERE mode = 'workflow' AND version IS DISTINCT FROM triggers_version AND version IS NOT NULL AND deleted_at IS NULL
            LIMIT {most}
            """,
            static row => row.At<Guid>(0),
            cancellationToken);

    /// <summary>Triggers whose time has come, the longest due first.</summary>
    public Task<List<TriggerRow>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {Columns} FROM studio.workflow_trigger t
            WHERE t.next_at <= {now} AND t.enabled AND t.is_live ORDER BY t.next_at LIMIT {most}
            """,
            Read,
            cancellationToken);

    /// <summary>Passes a time over without a run.</summary>
    public Task SkipAsync(TriggerRow due, DateTimeOffset? next, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE studio.workflow_trigger SET next_at = {next}::timestamptz WHERE id = {due.Id} AND next_at = {due.NextAt}",
            cancellationToken);

    /// <summary>Switches it on or off.</summary>
    public Task SwitchAsync(Guid id, bool enabled, DateTimeOffset? next, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE studio.workflow_trigger SET enabled = {enabled}, next_at = {next}::timestamptz WHERE id = {id}", cancellationToken);

    /// <summary>Remembers the last run.</summary>
    public Task NoteRunAsync(Guid id, Guid run, DateTimeOffset now, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.workflow_trigger SET last_at = {now}, last_run_id = {run}
            WHERE id = {id} AND {Durability.Relaxed}
            """,
            cancellationToken);

    /// <summary>Somebody wants calls to run the draft.</summary>
    public Task ListenAsync(Guid id, Guid listener, DateTimeOffset until, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE studio.workflow_trigger SET listener = {listener}, listening_until = {until} WHERE id = {id}", cancellationToken);

    /// <summary>The listener is gone.</summary>
    public Task EndListeningAsync(Guid id, Guid listener, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.workflow_trigger SET listener = NULL, listening_until = NULL WHERE id = {id} AND listener = {listener}
            """,
            cancellationToken);

    // 128 random bits: the id is all that a caller of a webhook has to show.
    private static Guid NewId() => new(RandomNumberGenerator.GetBytes(16));

    private static TriggerRow Read(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("workspace_id"),
        row.Get<Guid>("app_id"),
        row.Get<string>("node_id"),
        row.Word<TriggerKind>("kind"),
        row.Get<bool>("is_live"),
        row.Get<bool>("enabled"),
        row.Get<string?>("schedule"),
        row.Get<DateTimeOffset?>("next_at"),
        row.Get<DateTimeOffset?>("last_at"),
        row.Get<Guid?>("last_run_id"),
        row.Get<string?>("last_status"),
        row.Get<DateTimeOffset?>("listening_until"),
        row.Get<Guid?>("listener"),
        row.Get<DateTimeOffset>("created_at"));
}
