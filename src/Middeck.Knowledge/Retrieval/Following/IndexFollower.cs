using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>
/// Brings an index outside the nodes' memory up to the rows, document by document in the order of their changes. How far it has
/// come is written down, so that whoever goes on after a crash does not begin again.
/// </summary>
internal sealed class IndexFollower(BaseChanges changes, FollowerState state)
{
    private const int DocumentsBetweenNotes = 20;

    /// <returns>False when somebody else is at it, or took it over.</returns>
    public async Task<bool> FollowAsync(
        KnowledgeBaseRow row, IIndexTarget target, Action<int, int>? onProgress, CancellationToken cancellationToken)
    {
        if (await state.TryTakeAsync(row.Id, target.Backend, cancellationToken) is not { } lease)
        {
            return false;
        }

        try
        {
            return await ApplyAsync(row, target, lease, onProgress, cancellationToken);
        }
        finally
        {
            await state.ReleaseAsync(lease, CancellationToken.None);
        }
    }

    private async Task<bool> ApplyAsync(
        KnowledgeBaseRow row,
        IIndexTarget target,
        FollowerLease lease,
        Action<int, int>? onProgress,
        CancellationToken cancellationToken)
    {
        var pending = await changes.SinceAsync(row.Id, lease.Revision, cancellationToken);
        if (pending is null)
        {
            if (lease.Revision > 0)
            {
                // Removals are missing from the list: what is in the index may be of documents that nobody knows any more.
                await target.ClearAsync(row.Id, cancellationToken);
            }

            pending = await changes.AllSinceAsync(row.Id, 0, cancellationToken);
        }

        for (var done = 0; done < pending.Count; done++)
        {
            await target.ReplaceAsync(row, pending[done].DocumentId, cancellationToken);
            if ((done + 1) % DocumentsBetweenNotes == 0
                && !await state.AdvanceAsync(lease, pending[done].Revision, cancellationToken))
            {
                return false;
            }

            onProgress?.Invoke(done + 1, pending.Count);
        }

        // What was read of the base's row is at least as old as what was read of its documents.
        var reached = pending.Count == 0 ? row.Revision : Math.Max(row.Revision, pending[^1].Revision);
        return await state.AdvanceAsync(lease, reached, cancellationToken);
    }
}
