using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Tags;

/// <summary>Makes, changes and removes tags, and gives them to knowledge bases.</summary>
internal sealed class TagService(KnowledgeBaseAccess access, TagStore store, AuditTrail audit, TimeProvider clock)
{
    private const string ObjectKind = "knowledge_tag";

    public async Task<IReadOnlyList<KnowledgeTag>> ListAsync(Caller caller, CancellationToken cancellationToken)
        => await store.ListAsync(caller.WorkspaceId, cancellationToken);

    public async Task<KnowledgeTag> CreateAsync(Caller caller, WriteTag request, CancellationToken cancellationToken)
    {
        var tag = new KnowledgeTag(Ids.New(clock), NameOf(request), 0);
        if (!await store.InsertAsync(
            caller.WorkspaceId, tag.Id, tag.Name, caller.UserId, clock.GetUtcNow(), cancellationToken))
        {
            throw Taken(tag.Name);
        }

        audit.About(ObjectKind, tag.Id, tag.Name).Change(null, new { tag.Name });
        return tag;
    }

    public async Task<KnowledgeTag> RenameAsync(
        Caller caller, Guid id, WriteTag request, CancellationToken cancellationToken)
    {
        var before = (await OpenAsync(caller, [id], cancellationToken))[0];
        var name = NameOf(request);
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

    /// <summary>Gives each base each tag.</summary>
    public async Task AttachAsync(Caller caller, BindTags request, CancellationToken cancellationToken)
    {
        var (tags, bases) = await OpenAsync(caller, request, cancellationToken);
        await store.BindAsync(caller.WorkspaceId, tags, bases, cancellationToken);
        Tell(tags, new { KnowledgeBaseIds = bases, Bound = true });
    }

    /// <summary>Takes each tag from each base.</summary>
    public async Task DetachAsync(Caller caller, BindTags request, CancellationToken cancellationToken)
    {
        var (tags, bases) = await OpenAsync(caller, request, cancellationToken);
        await store.UnbindAsync(tags, bases, cancellationToken);
        Tell(tags, new { KnowledgeBaseIds = bases, Bound = false });
    }

    /// <summary>The tags of a base.</summary>
    public async Task<IReadOnlyList<TagName>> OfAsync(Caller caller, Guid baseId, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Use, cancellationToken);
        return [.. (await store.OfAsync([baseId], cancellationToken))[baseId]];
    }

    private static string NameOf(WriteTag request)
        => request.Name.Trim() is { Length: > 0 } name
            ? name
            : throw new FaultException(Fault.Invalid("knowledge.tag_name_empty", "Give the tag a name.", "name"));

    private static FaultException Taken(string name)
        => new(Fault.Conflict("knowledge.tag_name_taken", $"The workspace already has a tag '{name}'."));

    private void Tell(Guid[] tags, object change) => audit.About(ObjectKind, tags[0]).Change(null, change);

    private async Task<(Guid[] Tags, Guid[] Bases)> OpenAsync(
        Caller caller, BindTags request, CancellationToken cancellationToken)
    {
        var tags = await OpenAsync(caller, request.TagIds, cancellationToken);
        Guid[] bases = [.. request.KnowledgeBaseIds.Distinct()];
        foreach (var id in bases)
        {
            await access.OpenAsync(caller, id, AccessLevel.Edit, cancellationToken);
        }

        return ([.. tags.Select(tag => tag.Id)], bases);
    }

    private async Task<KnowledgeTag[]> OpenAsync(
        Caller caller, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var all = (await store.ListAsync(caller.WorkspaceId, cancellationToken)).ToDictionary(tag => tag.Id);
        return
        [
            .. ids.Distinct().Select(id => all.TryGetValue(id, out var tag)
                ? tag
                : throw new FaultException(Fault.NotFound("knowledge.tag_not_found", "The workspace has no such tag."))),
        ];
    }
}
