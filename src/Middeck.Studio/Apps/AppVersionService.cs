using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Core.Audit;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Identity.Users;
using Middeck.Studio.Apps.Problems;
using Middeck.Studio.Configuration;
using Middeck.Studio.Evaluation;
using Middeck.Studio.Evaluation.Bars;
using Middeck.Studio.Workflows.Triggers;

namespace Middeck.Studio.Apps;

/// <summary>Saves drafts, publishes them and brings old versions back.</summary>
internal sealed class AppVersionService(
    AppVersionStore store,
    AppAccess access,
    IPeople people,
    PublishedApps published,
    AppAnnouncer announcer,
    PublishGate gate,
    EnvironmentVariables environment,
    TriggerSync triggers,
    IOptions<StudioOptions> options,
    TimeProvider clock)
{
    public async Task<AppDraft> FindDraftAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        return Shown(app, await store.FindDraftAsync(caller.WorkspaceId, appId, cancellationToken) ?? throw AppFaults.NotFound());
    }

    public async Task<AppDraft> SaveDraftAsync(
        Caller caller, Guid appId, SaveDraft request, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        AppConfigCheck.Check(request.Config, app.Mode, options.Value);
        var config = await SealAsync(app, caller.WorkspaceId, request.Config, cancellationToken);
        var saved = await store.SaveDraftAsync(
            caller.WorkspaceId, appId, request.Revision, config.GetRawText(), caller.UserId,
            clock.GetUtcNow(), cancellationToken);
        if (saved is null)
        {
            var current = await store.FindDraftAsync(caller.WorkspaceId, appId, cancellationToken)
                ?? throw AppFaults.NotFound();
            throw AppFaults.DraftConflict(Shown(app, current), await NameAsync(current.UpdatedBy, cancellationToken));
        }

        audit.About("app", appId, app.Name).Change(
            new { DraftRevision = request.Revision }, new { DraftRevision = saved.Revision });
        announcer.Changed(caller.WorkspaceId, appId);
        return Shown(app, saved);
    }

    public async Task<PublishedVersion> PublishAsync(
        Caller caller, Guid appId, PublishApp request, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Manage, cancellationToken);
        var written = new NewVersion(Ids.New(clock), Label(request.Name, "name"), Label(request.Note, "note"), caller.UserId, clock.GetUtcNow());
        var runnable = await RunnableRevisionAsync(app, caller.WorkspaceId, cancellationToken);
        var pass = await gate.PassAsync(
            caller, appId, Label(request.OverrideReason, "override_reason"), cancellationToken);
        var revision = runnable ?? pass?.Revision;
        var version = await store.PublishAsync(caller.WorkspaceId, appId, revision, written, cancellationToken)
            ?? throw (revision is null ? AppFaults.NotFound() : EvaluationFaults.DraftChanged());
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
        var app = await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        var found = await store.FindAsync(caller.WorkspaceId, appId, version, cancellationToken)
            ?? throw AppFaults.VersionNotFound(version);
        return found with { Config = EnvironmentVariables.Hide(app.Mode, found.Config) };
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
        return Shown(app, draft);
    }

    private static AppDraft Shown(App app, AppDraft draft)
        => draft with { Config = EnvironmentVariables.Hide(app.Mode, draft.Config) };

    // A secret that was deleted and brought back with the draft's history may still be known to the live version.
    private async Task<JsonElement> SealAsync(
        App app, Guid workspaceId, JsonElement config, CancellationToken cancellationToken)
    {
        if (!AppMode.IsGraph(app.Mode))
        {
            return config;
        }

        var draft = await store.FindDraftAsync(workspaceId, app.Id, cancellationToken);
        var live = app.Version is { } version
            ? await store.FindAsync(workspaceId, app.Id, version, cancellationToken)
            : null;
        return environment.Seal(
            workspaceId, app.Mode, config, [.. new[] { draft?.Config, live?.Config }.OfType<JsonElement>()]);
    }

    // The revision whose graph can run, so that no other is published; null for kinds without a graph.
    private async Task<int?> RunnableRevisionAsync(App app, Guid workspaceId, CancellationToken cancellationToken)
    {
        if (!AppMode.IsGraph(app.Mode))
        {
            return null;
        }

        var draft = await store.FindDraftAsync(workspaceId, app.Id, cancellationToken) ?? throw AppFaults.NotFound();
        RunnableGraph.Ensure(AppConfig.Read(draft.Config, app.Mode));
        return draft.Revision;
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
        await triggers.SyncAsync(appId, cancellationToken);
        announcer.Changed(caller.WorkspaceId, appId);
        return new PublishedVersion(version, at);
    }

    private async Task<string?> NameAsync(Guid? userId, CancellationToken cancellationToken)
        => userId is { } id ? (await people.NamesAsync([id], cancellationToken)).GetValueOrDefault(id) : null;
}
