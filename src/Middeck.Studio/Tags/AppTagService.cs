using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;

namespace Middeck.Studio.Tags;

/// <summary>Makes, changes and removes tags, and gives them to apps.</summary>
internal sealed class AppTagService(
    AppAccess access, AppTagStore store, AppAnnouncer announcer, AuditTrail audit, TimeProvider clock)
{
    private const string ObjectKind = "app_tag";

    public async Task<IReadOnlyList<AppTag>> ListAsync(Caller caller, CancellationToken cancellationToken)
        => await store.ListAsync(caller.WorkspaceId, cancellationToken);

    public async Task<AppTag> CreateAsync(Caller caller, WriteAppTag request, CancellationToken cancellationToken)
    {
        var tag = new AppTag(Ids.New(clock), AppText.Name(request.Name), 0);
        if (!await store.InsertAsync(caller.WorkspaceId, tag, caller.UserId, clock.GetUtcNow(), cancellationToken))
        {
            throw Taken(tag.Name);
        }

        audit.About(ObjectKind, tag.Id, tag.Name).Change(null, new { tag.Name });
        return tag;
    }

    public async Task<AppTag> RenameAsync(
        Caller caller, Guid id, WriteAppTag request, CancellationToken cancellationToken)
    {
        var before = (await OpenAsync(caller, [id], cancellationToken))[0];
        var name = AppText.Name(request.Name);
        if (!await store.RenameAsync(caller.WorkspaceId, id, name, cancellationToken))
        {
            throw Taken(name);
        }

        audit.About(ObjectKind, id, name).Change(new { before.Name }, new { name });
        return before with { Name = name };
    }

    public async Task DeleteAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        var tag = (await OpenAsync(caller, [id], cancellationToken))[0];
        await store.DeleteAsync(caller.WorkspaceId, id, cancellationToken);
        audit.About(ObjectKind, id, tag.Name).Change(new { tag.Name, tag.BindingCount }, null);
    }

    /// <summary>Gives each app each tag, or takes each tag from each app.</summary>
    public async Task ChangeAsync(Caller caller, BindAppTags request, bool bound, CancellationToken cancellationToken)
    {
        Guid[] tags = [.. (await OpenAsync(caller, request.TagIds, cancellationToken)).Select(tag => tag.Id)];
        Guid[] apps = [.. request.AppIds.Distinct()];
        foreach (var id in apps)
        {
            await access.FindAsync(caller, id, AccessLevel.Edit, cancellationToken);
        }

        await (bound
            ? store.BindAsync(caller.WorkspaceId, tags, apps, cancellationToken)
            : store.UnbindAsync(tags, apps, cancellationToken));
        audit.About(ObjectKind, tags[0]).Change(null, new { AppIds = apps, Bound = bound });
        foreach (var id in apps)
        {
            announcer.Changed(caller.WorkspaceId, id);
        }
    }

    private static FaultException Taken(string name)
        => new(Fault.Conflict("apps.tag_name_taken", $"The workspace already has a tag '{name}'."));

    private async Task<AppTag[]> OpenAsync(
        Caller caller, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var all = (await store.ListAsync(caller.WorkspaceId, cancellationToken)).ToDictionary(tag => tag.Id);
        return
        [
            .. ids.Distinct().Select(id => all.TryGetValue(id, out var tag)
                ? tag
                : throw new FaultException(Fault.NotFound("apps.tag_not_found", "The workspace has no such tag."))),
        ];
    }
}
