using Middeck.Storage.Sql;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Workflows.Triggers.Schedule;

/// <summary>Writes runs of schedules down before any node works on them.</summary>
internal sealed class ScheduledRuns(Database database)
{
    /// <summary>
    /// Moves the trigger on to its next time and writes the run down as one that waits for a node. False when another node has done so.
    /// </summary>
    /// <param name="due">The trigger, as it was read.</param>
    /// <param name="start">The run.</param>
    /// <param name="run">Its key.</param>
    /// <param name="written">What it begins with, as JSON.</param>
    /// <param name="next">When the trigger is due again.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Changes nothing when it fires.</param>
    public async Task<bool> BeginAsync(
        TriggerRow due, WorkflowStart start, Guid run, string written, DateTimeOffset? next, DateTimeOffset now,
        CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            WITH taken AS (
                UPDATE studio.workflow_trigger SET next_at = {next}::timestamptz, last_at = {now}, last_run_id = {run}
                WHERE id = {due.Id} AND next_at = {due.NextAt} AND enabled
                RETURNING workspace_id, app_id)
            INSERT INTO studio.workflow_run (id, workspace_id, app_id, version, source, end_user_id, end_user, start, inputs, status,
                attempts, lease_expires_at, created_at)
            SELECT {run}, taken.workspace_id, taken.app_id, {start.App.Version}, {start.Source}, {start.Person.EndUserId}::uuid,
                {start.EndUser}, {written}, {SqlText.Jsonb("{}")}, {WorkflowStatus.Running}, 0, {now - TimeSpan.FromSeconds(1)}, {now}
            FROM taken
            """,
            cancellationToken) > 0;
}
