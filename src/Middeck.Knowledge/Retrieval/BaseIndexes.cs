using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Retrieval.Following;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Opens the index of a base: in memory, or in PostgreSQL when the base has outgrown it.</summary>
internal sealed class BaseIndexes(
    CollectionCache collections, LargeBases large, DatabaseWords words, IndexFollower follower, FollowerState state, TimeProvider clock)
{
    // A small change is found at once; what takes longer is the job's work, and the search says so.
    private static readonly TimeSpan CatchUp = TimeSpan.FromSeconds(1);

    public async Task<OpenedIndex> OpenAsync(SearchPlan plan, SearchTrace trace, CancellationToken cancellationToken)
    {
        if (!plan.Base.IsInDatabase)
        {
            try
            {
                return new OpenedIndex(plan, await collections.GetAsync(plan.Base, cancellationToken), SearchIn.Memory);
            }
            catch (CollectionTooLargeException measured)
            {
                await large.MoveOutAsync(plan.Base, measured, cancellationToken);
            }
        }

        collections.Drop(plan.Base.Id);
        return await OpenInDatabaseAsync(plan, trace, cancellationToken);
    }

    private async Task<OpenedIndex> OpenInDatabaseAsync(
        SearchPlan plan, SearchTrace trace, CancellationToken cancellationToken)
    {
        var row = plan.Base;
        if (await state.RevisionAsync(row.Id, DatabaseWords.Backend, cancellationToken) is not { } revision
            || (revision < row.Revision && !await TryCatchUpAsync(row, cancellationToken)))
        {
            trace.Note($"The words of '{row.Name}' are still being put into PostgreSQL: some passages may be missing.");
        }

        if (plan.ByMeaning)
        {
            trace.Note(
                $"'{row.Name}' is searched by words only: its index takes more memory than search.memory_bytes allows, "
                + "and there is no back end for its vectors.");
        }

        var method = plan.Method is SearchMethod.KeywordSearch ? plan.Method : SearchMethod.FullTextSearch;
        return new OpenedIndex(plan with { Method = method }, new DatabaseIndex(row.Id, words), SearchIn.Database);
    }

    private async Task<bool> TryCatchUpAsync(KnowledgeBaseRow row, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(CatchUp, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await follower.FollowAsync(row, words, null, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
