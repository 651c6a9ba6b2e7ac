using Middeck.Core.Identifiers;
using Middeck.Core.Workspaces;
using Middeck.Identity.Audit;
using Middeck.Jobs;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Workspaces;

/// <summary>Has every room remove what it keeps of a workspace, and then the workspace itself.</summary>
internal sealed class EraseWorkspaceJob(IEnumerable<IWorkspaceErasure> rooms, Database database, TimeProvider clock)
    : IJobHandler
{
    private const int AuditBatch = 5000;

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        var id = job.WorkspaceId;
        // Only closed workspaces: a job that somebody made by hand must not erase one that is in use.
        var name = await database.ScalarAsync<string>(
            $"SELECT name FROM identity.workspace WHERE id = {id} AND deleted_at IS NOT NULL", cancellationToken);
        if (name is null)
        {
            return;
        }

        foreach (var room in rooms)
        {
            await room.EraseAsync(id, cancellationToken);
        }

        while (await DeleteAuditAsync(id, cancellationToken) == AuditBatch)
        {
        }

        // The row of the workspace goes last: while it is there, the erasure is begun again after a crash.
        await database.InTransactionAsync(
            async sql =>
            {
                await sql.ExecuteAsync(
                    $"UPDATE identity.user SET default_workspace_id = NULL WHERE default_workspace_id = {id}",
                    cancellationToken);
                await sql.ExecuteAsync($"DELETE FROM identity.workspace WHERE id = {id}", cancellationToken);
                await AuditStore.AddAsync(sql, Erased(id, name), cancellationToken);
            },
            cancellationToken);
    }

    public Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
        => Task.CompletedTask;

    private Task<int> DeleteAuditAsync(Guid id, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            DELETE FROM identity.audit WHERE id IN (SELECT id FROM identity.audit WHERE workspace_id = {id} LIMIT {AuditBatch})
            """,
            cancellationToken);

    // In the log of the installation, which outlives the workspace.
    private AuditRow Erased(Guid id, string name) => new()
    {
        Id = Ids.New(clock),
        At = clock.GetUtcNow(),
        WorkspaceId = null,
        ActorKind = "system",
        ActorId = null,
        ActorName = "",
        Action = "erase_workspace",
        ObjectKind = "workspace",
        ObjectId = id.ToString(),
        ObjectName = name,
        Status = 200,
    };
}
