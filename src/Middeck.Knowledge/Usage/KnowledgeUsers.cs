using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Usage;

/// <summary>Who uses knowledge bases, as all rooms tell it.</summary>
internal sealed class KnowledgeUsers(
    IEnumerable<IKnowledgeUsage> rooms, KnowledgeBaseAccess access, KnowledgeBaseStore bases, IResourceAccess resources)
{
    /// <summary>What somebody should know before deleting the base. Apps that the caller may not see are only counted.</summary>
    public async Task<BaseUsage> OfAsync(Caller caller, Guid baseId, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Use, cancellationToken);
        var all = await ListAsync(caller.WorkspaceId, baseId, cancellationToken);
        var visible = await resources.VisibleAsync(
            caller, ResourceKind.App, [.. all.Select(user => user.Id)], cancellationToken);
        var counts = (await bases.CountAsync(caller.WorkspaceId, [baseId], cancellationToken)).GetValueOrDefault(baseId);
        return new BaseUsage(
            [.. all.Where(user => visible.Contains(user.Id))], all.Count, counts?.Documents ?? 0, counts?.Chunks ?? 0);
    }

    public async Task<IReadOnlyList<KnowledgeUser>> ListAsync(
        Guid workspaceId, Guid baseId, CancellationToken cancellationToken)
    {
        var users = new List<KnowledgeUser>();
        foreach (var room in rooms)
        {
            users.AddRange(await room.ListAsync(workspaceId, baseId, cancellationToken));
        }

        return users;
    }

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> baseIds, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<Guid, int>();
        foreach (var room in rooms)
        {
            foreach (var (id, count) in await room.CountAsync(workspaceId, baseIds, cancellationToken))
            {
                sums[id] = sums.GetValueOrDefault(id) + count;
            }
        }

        return sums;
    }
}
