using Middeck.Core.Audit;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Identity.Keys;
using Middeck.Studio.Apps;

namespace Middeck.Studio.Trash;

/// <summary>
/// Where deleted apps lie until their time is over. Meanwhile they are nowhere else to be seen and their keys open nothing;
/// whoever brings one back has all of it again.
/// </summary>
internal sealed class AppTrash(
    AppAccess access,
    AppTrashStore store,
    AppRemoval removal,
    IApiKeys keys,
    PublishedApps published,
    AppAnnouncer announcer,
    TimeProvider clock)
{
    public async Task MoveAsync(Caller caller, Guid id, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, id, AccessLevel.Manage, cancellationToken);
        // The row first: a crash in between leaves keys of an app that is not to be found, not an app without its keys.
        if (!await store.MoveAsync(caller.WorkspaceId, id, caller.UserId, clock.GetUtcNow(), cancellationToken))
        {
            throw AppFaults.NotFound();
        }

        await keys.SuspendResourceAsync(caller.WorkspaceId, id, suspended: true, cancellationToken);
        await published.ForgetAsync(id, cancellationToken);
        audit.About("app", id, app.Name).Change(new { app.Name, app.Mode }, new { Trash = true });
        announcer.Deleted(caller.WorkspaceId, id);
    }

    public async Task<App> RestoreAsync(Caller caller, Guid id, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindInTrashAsync(caller, id, AccessLevel.Manage, cancellationToken);
        await keys.SuspendResourceAsync(caller.WorkspaceId, id, suspended: false, cancellationToken);
        await store.RestoreAsync(caller.WorkspaceId, id, cancellationToken);
        await published.ForgetAsync(id, cancellationToken);
        audit.About("app", id, app.Name).Change(new { Trash = true }, new { Trash = false });
        announcer.Changed(caller.WorkspaceId, id);
        return app with { DeletedAt = null };
    }

    /// <summary>Deletes an app for good, wherever it is.</summary>
    public async Task DeleteAsync(Caller caller, Guid id, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAnywhereAsync(caller, id, AccessLevel.Manage, cancellationToken);
        await removal.RemoveAsync(caller.WorkspaceId, id, cancellationToken);
        audit.About("app", id, app.Name).Change(new { app.Name, app.Mode }, null);
        announcer.Deleted(caller.WorkspaceId, id);
    }

    /// <summary>Deletes all that lies in the trash. Refused as a whole when one app is not the caller's to delete.</summary>
    public async Task<EmptiedTrash> EmptyAsync(Caller caller, AuditTrail audit, CancellationToken cancellationToken)
    {
        var ids = await store.ListAsync(caller.WorkspaceId, cancellationToken);
        foreach (var id in ids)
        {
            await access.FindInTrashAsync(caller, id, AccessLevel.Manage, cancellationToken);
        }

        foreach (var id in ids)
        {
            await removal.RemoveAsync(caller.WorkspaceId, id, cancellationToken);
            announcer.Deleted(caller.WorkspaceId, id);
        }

        audit.About("app_trash", caller.WorkspaceId).Change(new { AppIds = ids }, null);
        return new EmptiedTrash(ids.Count);
    }
}
