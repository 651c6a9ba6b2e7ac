using Middeck.Core.Security;
using Middeck.Identity.Access;

namespace Middeck.Studio.Apps;

/// <summary>Finds an app for a caller: in the caller's workspace, and open to the caller for what is going to be done.</summary>
internal sealed class AppAccess(AppStore store, IResourceAccess access)
{
    /// <exception cref="Core.Errors.FaultException"><c>apps.not_found</c>, or the refusal of the access rules.</exception>
    public async Task<App> FindAsync(Caller caller, Guid id, AccessLevel need, CancellationToken cancellationToken)
    {
        var app = await FindAnywhereAsync(caller, id, need, cancellationToken);
        return app.DeletedAt is null ? app : throw AppFaults.NotFound();
    }

    /// <summary>The same for an app that lies in the trash.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>apps.not_found</c>, or the refusal of the access rules.</exception>
    public async Task<App> FindInTrashAsync(
        Caller caller, Guid id, AccessLevel need, CancellationToken cancellationToken)
    {
        var app = await FindAnywhereAsync(caller, id, need, cancellationToken);
        return app.DeletedAt is not null ? app : throw AppFaults.NotFound();
    }

    /// <summary>The same for an app, whether or not it lies in the trash.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>apps.not_found</c>, or the refusal of the access rules.</exception>
    public async Task<App> FindAnywhereAsync(
        Caller caller, Guid id, AccessLevel need, CancellationToken cancellationToken)
    {
        var app = await store.FindAsync(caller.WorkspaceId, id, caller.UserId, cancellationToken)
            ?? throw AppFaults.NotFound();
        await access.EnsureAsync(caller, ResourceKind.App, id, need, cancellationToken);
        return app;
    }

    /// <summary>Those of the apps that the caller may see.</summary>
    public async Task<List<App>> VisibleAsync(Caller caller, List<App> apps, CancellationToken cancellationToken)
    {
        var ids = apps.ConvertAll(app => app.Id);
        var visible = await access.VisibleAsync(caller, ResourceKind.App, ids, cancellationToken);
        return apps.FindAll(app => visible.Contains(app.Id));
    }
}
