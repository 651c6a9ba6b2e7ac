using Microsoft.Extensions.Options;
using Middeck.Core.Audit;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Identity.Users;
using Middeck.Studio.Configuration;
using Middeck.Studio.Evaluation;
using Middeck.Studio.Evaluation.Bars;

namespace Middeck.Studio.Apps;

/// <summary>Saves drafts, publishes them and brings old versions back.</summary>
internal sealed class AppVersionService(
    AppVersionStore store,
    AppAccess access,
    IPeople people,
    PublishedApps published,
    AppAnnouncer announcer,
    PublishGate gate,
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
            throw AppFaults.DraftConflict(current, await NameAsync(current.UpdatedBy, cancellationToken));
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
        var written = new NewVersion(Ids.New(clock), Label(request.Name, "name"), Label(request.Note, "note"), caller.UserId, clock.GetUtcNow());
        var pass = await gate.PassAsync(
            caller, appId, Label(request.OverrideReason, "override_reason"), cancellationToken);
        var version = await store.PublishAsync(caller.WorkspaceId, appId, pass?.Revision, written, cancellationToken)
            ?? throw (pass is null ? AppFaults.NotFound() : EvaluationFaults.DraftChanged());
        audit.About("app", appId, app.Name).Change(
            new { app.Version }, new { Version = version, PublishedBelowBar = pass?.Reason });
        return await TellAsync(caller, appId, version, written.At, cancellationToken);
    }

    /// <summary>Publishes what an old version does, as a new one; the draft stays.</summary>
    public async Task<PublishedVersion> RollBackAsync(
        Caller caller, Guid appId, RollBackApp request, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Manage, cancellationToken);
        var written = new NewVersion(Ids.New(clock), Label(request.Name, "name"), Label(request.Note, "note"), caller.UserId, clock.GetUtcNow());
        var version = await store.PublishAgainAsync(caller.WorkspaceId, appId, request.Version, written, cancellationToken)
            ?? throw AppFaults.VersionNotFound(request.Version);
        audit.About("app", appId, app.Name).Change(
            new { app.Version }, new { Version = version, RolledBackTo = request.Version });
        return await TellAsync(caller, appId, version, written.At, cancellationToken);
    }

    /// <summary>Gives a version another name or note; what is null stays.</summary>
    public async Task<AppVersion> RenameAsync(
        Caller caller, Guid appId, int version, RenameVersion request, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        AppText.Refuse(request.Name, AppText.LongestName, "name");
        AppText.Refuse(request.Note, AppText.LongestDescription, "note");
        var renamed = await store.RenameAsync(caller.WorkspaceId, appId, version, request, cancellationToken)
            ?? throw AppFaults.VersionNotFound(version);
        audit.About("app", appId, app.Name).Change(null, new { Version = version, renamed.Name, renamed.Note });
        announcer.Changed(caller.WorkspaceId, appId);
        return renamed;
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
            ? AppStart.Of(version, app.Config) with { MaxFileBytes = options.Value.MaxBytesByKind() }
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

    private static string? Label(string? text, string field)
    {
        AppText.Refuse(text, AppText.LongestDescription, field);
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private async Task<PublishedVersion> TellAsync(
        Caller caller, Guid appId, int version, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await published.ForgetAsync(appId, cancellationToken);
        announcer.Changed(caller.WorkspaceId, appId);
        return new PublishedVersion(version, at);
    }

    private async Task<string?> NameAsync(Guid? userId, CancellationToken cancellationToken)
        => userId is { } id ? (await people.NamesAsync([id], cancellationToken)).GetValueOrDefault(id) : null;
}
