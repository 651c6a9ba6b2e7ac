using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Bases;

/// <summary>Finds bases that were deleted long ago and are still there: their job was lost, cancelled or has failed.</summary>
internal sealed class BaseRemovalSweep(Database database, BaseRemovalQueue queue, TimeProvider clock)
{
    private static readonly TimeSpan Overdue = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        // Taken and pushed back in one statement, so that the next sweep does not ask for the same again.
        var left = await database.QueryAsync(
            $"""
            UPDATE knowledge.base SET deleted_at = {now} WHERE deleted_at < {now - Overdue}
            RETURNING workspace_id, id, name
            """,
            static row => (Workspace: row.At<Guid>(0), Id: row.At<Guid>(1), Name: row.At<string>(2)),
            cancellationToken);
        foreach (var (workspace, id, name) in left)
        {
            await queue.EnqueueAsync(workspace, id, name, null, cancellationToken);
        }
    }
}
