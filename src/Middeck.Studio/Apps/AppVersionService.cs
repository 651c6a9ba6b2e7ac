using Microsoft.Extensions.Options;
using Middeck.Core.Audit;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Apps;

/// <summary>Saves drafts, publishes them and brings old versions back.</summary>
internal sealed class AppVersionService(
    AppVersionStore store,
    AppAccess access,
    PublishedApps published,
    AppAnnouncer announcer,
    IOptions<StudioOptions> options,
    TimeProvider clock)
{
    public async Task<AppDraft> FindDraftAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        return await store.FindDraftAsync(caller.WorkspaceId, appId, cancellationToken) ?? throw AppFaults.NotFound();
    }

    public async Task<AppDraft> SaveDraftAsync(
        Caller caller, Guid appId, SaveDraft request, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        AppConfigCheck.Check(request.Config, options.Value.MaxConfigBytes);
        var saved = await store.SaveDraftAsync(
            caller.WorkspaceId, appId, request.Revision, request.Config.GetRawText(), caller.UserId,
            clock.GetUtcNow(), cancellationToken);
        if (saved is null)
        {
            var current = await store.FindDraftAsync(caller.WorkspaceId, appId, cancellationToken)
                ?? throw AppFaults.NotFound();
            throw AppFaults.DraftConflict(current.Revision, current.Config);
        }

        audit.About("app", appId, app.Name).Change(
            new { DraftRevision = request.Revision }, new { DraftRevision = saved.Revision });
        announcer.Changed(caller.WorkspaceId, appId);
        return saved;
    }

    public async Task<PublishedVersion> PublishAsync(
        Caller caller, Guid appId, PublishApp request, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Manage, cancellationToken);
        var now = clock.GetUtcNow();
        var version = await store.PublishAsync(
            caller.WorkspaceId, appId, Ids.New(clock), request, caller.UserId, now, cancellationToken)
            ?? throw AppFaults.NotFound();
        await published.ForgetAsync(appId, cancellationToken);
        audit.About("app", appId, app.Name).Change(new { app.Version }, new { Version = version });
        announcer.Changed(caller.WorkspaceId, appId);
        return new PublishedVersion(version, now);
    }

    public async Task<Page<AppVersion>> ListAsync(
        Caller caller, Guid appId, PageRequest page, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        var rows = await store.ListAsync(caller.WorkspaceId, appId, page, cancellationToken);
        return page.ToPage(rows, version => version.Id);
    }

    public async Task<AppVersionDetail> FindAsync(
        Caller caller, Guid appId, int version, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        return await store.FindAsync(caller.WorkspaceId, appId, version, cancellationToken)
            ?? throw AppFaults.VersionNotFound(version);
    }

    /// <exception cref="Core.Errors.FaultException">There is no such app, or it has no published version.</exception>
    public async Task<AppStart> StartAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        return await published.FindAsync(appId, cancellationToken) is { Version: { } version } app
            ? AppStart.Of(version, app.Config)
            : throw AppFaults.NotPublished();
    }

    public async Task<AppDraft> RestoreAsync(
        Caller caller, Guid appId, int version, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var draft = await store.RestoreAsync(
            caller.WorkspaceId, appId, version, caller.UserId, clock.GetUtcNow(), cancellationToken)
            ?? throw AppFaults.VersionNotFound(version);
        audit.About("app", appId, app.Name).Change(
            new { app.DraftRevision }, new { DraftRevision = draft.Revision, RestoredVersion = version });
        announcer.Changed(caller.WorkspaceId, appId);
        return draft;
    }
}
