using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Retrieval.Following;

namespace Middeck.Knowledge.Retrieval;

/// <summary>
/// Brings an index outside the memory up to date before a search, for as long as a search can wait. A small change is found at
/// once; what takes longer is the job's work, and the search says so.
/// </summary>
internal sealed class CatchingUp(IndexFollower follower, FollowerState state, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>False when the index is still behind.</summary>
    public async Task<bool> TryAsync(KnowledgeBaseRow row, IIndexTarget target, CancellationToken cancellationToken)
    {
        var revision = await state.RevisionAsync(row.Id, target.Backend, cancellationToken);
        if (revision >= row.Revision)
        {
            return true;
        }

        if (revision is null)
        {
            await state.AddAsync(row.Id, target.Backend, null, cancellationToken);
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await follower.FollowAsync(row, target, null, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (FaultException)
        {
            // The back end is away. The search itself will say so.
            return false;
        }
    }
}
