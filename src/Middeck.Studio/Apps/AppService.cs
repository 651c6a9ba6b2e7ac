using Middeck.Core.Audit;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Templates;

namespace Middeck.Studio.Apps;

/// <summary>Makes, lists, copies and changes apps.</summary>
internal sealed class AppService(
    AppStore store,
    AppMaker maker,
    AppAccess access,
    PublishedApps published,
    AppAnnouncer announcer,
    TimeProvider clock)
{
    public async Task<App> CreateAsync(
        Caller caller, CreateApp request, AuditTrail audit, CancellationToken cancellationToken)
    {
        var design = request.Template is { } template
            ? TemplateLibrary.Find(template, request.Language).ToDesign(request)
            : new AppDesign(request.Name!, request.Mode!, request.Description, request.Icon, request.FirstDraft());
        return await maker.MakeAsync(caller, design, audit, cancellationToken);
    }

    /// <summary>Makes another app of the draft, with its looks and its tags; keys, conversations and versions stay behind.</summary>
    public async Task<App> CopyAsync(
        Caller caller, Guid id, string? name, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, id, AccessLevel.Use, cancellationToken);
        var written = await store.FindWrittenAsync(caller.WorkspaceId, id, cancellationToken)
            ?? throw AppFaults.NotFound();
        var design = new AppDesign(name ?? CopyName(app.Name), app.Mode, app.Description, app.Icon, written.Config)
        {
            Envelope = written.Envelope,
            IsSealed = true,
            TagIds = [.. app.Tags.Select(tag => tag.Id)],
        };
        return await maker.MakeAsync(caller, design, audit, cancellationToken);
    }

    public Task<App> FindAsync(Caller caller, Guid id, CancellationToken cancellationToken)
        => access.FindAsync(caller, id, AccessLevel.Use, cancellationToken);

    public async Task<Page<App>> ListAsync(
        Caller caller, AppFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        // Rows that the caller may not see leave gaps, which the next rows fill.
        var shown = new List<App>();
        var after = page.After;
        while (shown.Count < page.Fetch)
        {
            var rows = await store.ListAsync(
                caller.WorkspaceId, caller.UserId, filter, page with { After = after }, cancellationToken);
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
        change = change with { Name = change.Name is { } name ? AppText.Name(name) : null };
        AppText.Refuse(change.Description, AppText.LongestDescription, "description");
        AppText.Refuse(change.Icon, AppText.LongestIcon, "icon");
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

    /// <summary>Marks the app for the person, or takes the mark away.</summary>
    public async Task MarkAsync(
        Caller caller, Guid userId, Guid id, bool isFavourite, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, id, AccessLevel.Use, cancellationToken);
        await store.MarkAsync(caller.WorkspaceId, id, userId, isFavourite, cancellationToken);
        audit.About("app", id, app.Name).Change(new { app.IsFavourite }, new { IsFavourite = isFavourite });
    }

    // No word of any language, and it fits.
    private static string CopyName(string name)
    {
        const string Suffix = " (2)";
        var room = AppText.LongestName - Suffix.Length;
        var cut = name.Length <= room ? name : name[..(char.IsHighSurrogate(name[room - 1]) ? room - 1 : room)];
        return cut + Suffix;
    }
}
