using Middeck.Knowledge.Backends;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Retrieval.Following;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Opens the index of a base: in memory, in PostgreSQL when it has outgrown that, or in the back ends that were chosen.</summary>
internal sealed class BaseIndexes(
    CollectionCache collections,
    LargeBases large,
    DatabaseWords words,
    IndexTargets targets,
    IndexPlaces places,
    CatchingUp catchingUp,
    IVectorStore vectorStore,
    ITextStore textStore)
{
    public async Task<OpenedIndex> OpenAsync(SearchPlan plan, SearchTrace trace, CancellationToken cancellationToken)
    {
        var row = plan.Base;
        foreach (var target in targets.Chosen)
        {
            if (!await catchingUp.TryAsync(row, target, cancellationToken))
            {
                trace.Note($"'{row.Name}' is still being put into {target.Backend}: some passages may be missing.");
            }
        }

        var backends = new BackendIndex(row.Id, vectorStore, textStore);
        if (!places.WordsInMemory && !places.VectorsInMemory)
        {
            return new OpenedIndex(plan, backends, SearchIn.External);
        }

        return await InMemoryAsync(row, cancellationToken) is { } collection
            ? new OpenedIndex(
                plan,
                new DividedIndex(
                    places.WordsInMemory ? collection : backends, places.VectorsInMemory ? collection : backends),
                SearchIn.Memory)
            : await OutOfMemoryAsync(plan, backends, trace, cancellationToken);
    }

    /// <summary>Null when it does not fit.</summary>
    private async Task<Collection?> InMemoryAsync(KnowledgeBaseRow row, CancellationToken cancellationToken)
    {
        if (!row.IsInDatabase)
        {
            try
            {
                return await collections.GetAsync(row, cancellationToken);
            }
            catch (CollectionTooLargeException measured)
            {
                await large.MoveOutAsync(row, measured, cancellationToken);
            }
        }

        collections.Drop(row.Id);
        return null;
    }

    private async Task<OpenedIndex> OutOfMemoryAsync(
        SearchPlan plan, BackendIndex backends, SearchTrace trace, CancellationToken cancellationToken)
    {
        var row = plan.Base;
        IBaseIndex found = backends;
        if (places.WordsInMemory)
        {
            found = new DatabaseIndex(row.Id, words);
            if (!await catchingUp.TryAsync(row, words, cancellationToken))
            {
                trace.Note($"The words of '{row.Name}' are still being put into PostgreSQL: some passages may be missing.");
            }
        }

        if (!places.VectorsInMemory)
        {
            return new OpenedIndex(plan, new DividedIndex(found, backends), SearchIn.Database);
        }

        if (plan.ByMeaning)
        {
            trace.Note(
                $"'{row.Name}' is searched by words only: its index takes more memory than search.memory_bytes allows, "
                + "and there is no back end for its vectors.");
        }

        var method = plan.Method is SearchMethod.KeywordSearch ? plan.Method : SearchMethod.FullTextSearch;
        return new OpenedIndex(plan with { Method = method }, found, SearchIn.Database);
    }
}
