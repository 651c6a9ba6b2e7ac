using Middeck.Knowledge.Tags;

namespace Middeck.Knowledge.Usage;

/// <summary>Reads what stands around bases.</summary>
internal sealed class BaseLinkReader(TagStore tags, KnowledgeUsers users)
{
    public async Task<IReadOnlyDictionary<Guid, BaseLinks>> OfAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> baseIds, CancellationToken cancellationToken)
    {
        var names = await tags.OfAsync(baseIds, cancellationToken);
        var apps = await users.CountAsync(workspaceId, baseIds, cancellationToken);
        return baseIds.ToDictionary(id => id, id => new BaseLinks([.. names[id]], apps.GetValueOrDefault(id)));
    }
}
