using Middeck.Storage.Sql;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>What people are asked by runs.</summary>
internal sealed class WorkflowFormStore(Database database)
{
    /// <summary>The forms of a run, in the order in which they were shown.</summary>
    public Task<List<WorkflowForm>> OfRunAsync(Guid runId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"SELECT * FROM studio.workflow_form WHERE run_id = {runId} ORDER BY created_at, id", Read, cancellationToken);

    /// <summary>The app's form of a token; null when there is none.</summary>
    public Task<WorkflowForm?> FindAsync(Guid workspaceId, Guid appId, string token, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT f.* FROM studio.workflow_form f JOIN studio.workflow_run r ON r.id = f.run_id
            WHERE f.workspace_id = {workspaceId} AND f.token = {token} AND r.app_id = {appId}
            """,
            Read,
            cancellationToken);

    /// <summary>The form of a token with the name of its app, in whichever workspace it is; nothing when there is none.</summary>
    public Task<(WorkflowForm? Form, string? AppName)> FindAsync(string token, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT f.*, a.name AS app_name FROM studio.workflow_form f
                JOIN studio.workflow_run r ON r.id = f.run_id JOIN studio.app a ON a.id = r.app_id
            WHERE f.token = {token}
            """,
            static row => ((WorkflowForm?)Read(row), (string?)row.Get<string>("app_name")),
            cancellationToken);

    /// <summary>A form of a run; null when there is none.</summary>
    public Task<WorkflowForm?> FindAsync(Guid workspaceId, Guid runId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT * FROM studio.workflow_form WHERE workspace_id = {workspaceId} AND run_id = {runId} AND id = {id}",
            Read,
            cancellationToken);

    /// <summary>Takes an answer. False when the form is closed, or late.</summary>
    public async Task<bool> AnswerAsync(
        Guid id, string action, string answer, DateTimeOffset now, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE studio.workflow_form SET closed_at = {now}, action = {action}, answer = {SqlText.Jsonb(answer)}
            WHERE id = {id} AND closed_at IS NULL AND expires_at > {now}
            """,
            cancellationToken) > 0;

    /// <summary>Closes the forms that nobody answered in time.</summary>
    public Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE studio.workflow_form SET closed_at = {now} WHERE closed_at IS NULL AND expires_at <= {now}", cancellationToken);

    /// <summary>Runs that wait although one of the forms that they wait for is closed.</summary>
    public Task<List<Guid>> AnsweredAsync(int most, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT DISTINCT r.id FROM studio.workflow_run r JOIN studio.workflow_form f ON f.run_id = r.id
            WHERE r.status = 'paused' AND f.closed_at IS NOT NULL
                AND NOT EXISTS (SELECT FROM studio.workflow_event e
                                WHERE e.run_id = r.id AND e.node_key = f.node_key AND e.record IS NOT NULL)
            LIMIT {most}
            """,
            static row => row.At<Guid>(0),
            cancellationToken);

    private static WorkflowForm Read(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("workspace_id"),
        row.Get<Guid>("run_id"),
        row.Get<string>("node_key"),
        row.Get<string>("node_id"),
        row.Get<string>("node_title"),
        row.Get<string>("token"),
        row.Get<string>("content"),
        row.Json("inputs")!.Value,
        row.Json("actions")!.Value,
        row.Json("defaults")!.Value,
        row.Get<DateTimeOffset>("expires_at"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset?>("closed_at"),
        row.Get<string?>("action"),
        row.Json("answer"));
}
