namespace Middeck.Knowledge;

/// <summary>Tells which of a room's objects use a knowledge base. A room that uses knowledge registers one.</summary>
public interface IKnowledgeUsage
{
    /// <summary>Those that use the base, by their names.</summary>
    Task<IReadOnlyList<KnowledgeUser>> ListAsync(Guid workspaceId, Guid baseId, CancellationToken cancellationToken);

    /// <summary>How many use each base; those that nobody uses may be missing.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> baseIds, CancellationToken cancellationToken);
}
