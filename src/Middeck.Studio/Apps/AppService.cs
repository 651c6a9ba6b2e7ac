using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Identity.Keys;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Apps;

/// <summary>Makes, lists, changes and deletes apps.</summary>
internal sealed class AppService(
    AppStore store,
    AppAccess access,
    IResourceAccess grants,
    IApiKeys keys,
    PublishedApps published,
    AppAnnouncer announcer,
    IOptions<StudioOptions> options,
    TimeProvider clock)
{
    public async Task<App> CreateAsync(
        Caller caller, CreateApp request, AuditTrail audit, CancellationToken cancellationToken)
    {
        RefuseMode(request.Mode);
        RefuseUnstorable("name", request.Name);
        RefuseUnstorable("description", request.Description);
        RefuseUnstorable("icon", request.Icon);
        var config = request.Config is { ValueKind: not JsonValueKind.Null } given ? given : EmptyConfig;
        AppConfigCheck.Check(config, options.Value.MaxConfigBytes);

        var now = clock.GetUtcNow();
        var app = new App(
            Ids.New(clock), request.Name.Trim(), request.Description ?? "",
            string.IsNullOrEmpty(request.Icon) ? null : request.Icon, request.Mode, AppStatus.Draft, Version: null,
            DraftRevision: 1, PublishedAt: null, HasUnpublishedChanges: true, caller.UserId, caller.UserId, now, now);
        await store.InsertAsync(caller.WorkspaceId, app, config.GetRawText(), cancellationToken);
        audit.About("app", app.Id, app.Name).Change(null, new { app.Name, app.Mode });
        announcer.Changed(caller.WorkspaceId, app.Id);
        return app;
    }

    public Task<App> FindAsync(Caller caller, Guid id, CancellationToken cancellationToken)
        => access.FindAsync(caller, id, AccessLevel.Use, cancellationToken);

    public async Task<Page<App>> ListAsync(
        Caller caller, string? search, string? mode, PageRequest page, CancellationToken cancellationToken)
    {
        // Rows that the caller may not see leave gaps, which the next rows fill.
        var shown = new List<App>();
        var after = page.After;
        while (shown.Count < page.Fetch)
        {
            var rows = await store.ListAsync(
                caller.WorkspaceId, search, mode, page with { After = after }, cancellationToken);
            shown.AddRange(await access.VisibleAsync(caller, rows, cancellationToken));
            if (rows.Count < page.Fetch)
            {
                break;
            }

            after = rows[^1].Id;
        }

        return page.ToPage(shown, app => app.Id);
    }

    public async Task<App> UpdateAsync(
        Caller caller, Guid id, UpdateApp change, AuditTrail audit, CancellationToken cancellationToken)
    {
        RefuseUnstorable("name", change.Name);
        RefuseUnstorable("description", change.Description);
        RefuseUnstorable("icon", change.Icon);
        var before = await access.FindAsync(caller, id, AccessLevel.Edit, cancellationToken);
        var after = await store.UpdateAsync(
            caller.WorkspaceId, id, change, caller.UserId, clock.GetUtcNow(), cancellationToken)
            ?? throw AppFaults.NotFound();
        await published.ForgetAsync(id, cancellationToken);
        audit.About("app", id, after.Name).Change(
            new { before.Name, before.Description, before.Icon }, new { after.Name, after.Description, after.Icon });
        announcer.Changed(caller.WorkspaceId, id);
        return after;
    }

    public async Task DeleteAsync(Caller caller, Guid id, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, id, AccessLevel.Manage, cancellationToken);
        // Keys first: a crash in between leaves an app that can be deleted again, not keys that open nothing.
        await keys.RevokeResourceAsync(caller.WorkspaceId, id, cancellationToken);
        await store.DeleteAsync(caller.WorkspaceId, id, cancellationToken);
        await grants.RemoveAsync(caller.WorkspaceId, ResourceKind.App, id, cancellationToken);
        await published.ForgetAsync(id, cancellationToken);
        audit.About("app", id, app.Name).Change(new { app.Name, app.Mode }, null);
        announcer.Deleted(caller.WorkspaceId, id);
    }

    private static JsonElement EmptyConfig { get; } = JsonSerializer.SerializeToElement(new Dictionary<string, string>());

    private static void RefuseMode(string mode)
    {
        if (!AppMode.Known.Contains(mode))
        {
            throw new FaultException(Fault.Invalid(
                "apps.invalid_mode", $"mode must be one of: {string.Join(", ", AppMode.Known)}.", "mode"));
        }

        if (!AppMode.Available.Contains(mode))
        {
            throw new FaultException(Fault.Invalid(
                "apps.mode_not_available",
                $"Apps of the kind '{mode}' cannot be made yet; these can: {string.Join(", ", AppMode.Available)}.",
                "mode"));
        }
    }

    private static void RefuseUnstorable(string field, string? text)
    {
        if (text is not null && !StorableJson.IsStorable(text))
        {
            throw new FaultException(Fault.Invalid(
                "apps.invalid_text", $"{field} holds a character that cannot be kept, such as NUL.", field));
        }
    }
}
