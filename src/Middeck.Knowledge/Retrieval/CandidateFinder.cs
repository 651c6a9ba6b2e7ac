using Middeck.Core.Errors;
using Middeck.Search;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Asks the indexes of the bases.</summary>
internal static class CandidateFinder
{
    // Over all bases together: enough for the fusion to choose from, few enough to be read back in one query.
    private const int InAll = 240;
    private const int AtMost = 60;
    private const int AtLeast = 10;

    // Several parts of one chunk may be among the best, and they are one passage.
    private const int EntriesPerChunk = 3;

    public static async Task<IReadOnlyList<Candidates>> FindAsync(
        string query,
        IReadOnlyList<OpenedBase> bases,
        IReadOnlyDictionary<string, QueryVector> vectors,
        int topK,
        SearchTrace trace,
        CancellationToken cancellationToken)
    {
        var perList = Math.Max(topK, Math.Clamp(InAll / Math.Max(1, bases.Count), AtLeast, AtMost));
        var found = new List<Candidates>(bases.Count);
        foreach (var (plan, index, documents) in bases)
        {
            var limit = index.HasChildren ? perList * EntriesPerChunk : perList;
            var vector = plan.ByMeaning ? vectors.GetValueOrDefault(QueryVectors.KeyOf(plan)) : null;
            IReadOnlyList<ScoredId> nothing = [];
            found.Add(new Candidates(
                plan.ByWords ? await index.ByWordsAsync(query, limit, documents, cancellationToken) : nothing,
                vector is null
                    ? nothing
                    : await ByMeaningAsync(plan, index, vector, limit, documents, trace, cancellationToken),
                vector));
        }

        return found;
    }

    private static async Task<IReadOnlyList<ScoredId>> ByMeaningAsync(
        SearchPlan plan,
        IBaseIndex index,
        QueryVector vector,
        int limit,
        IReadOnlySet<Guid>? documents,
        SearchTrace trace,
        CancellationToken cancellationToken)
    {
        try
        {
            return await index.ByMeaningAsync(vector, limit, documents, cancellationToken);
        }
        catch (FaultException ex) when (plan.ByWords)
        {
            trace.Note($"'{plan.Base.Name}' searched by words only: {ex.Fault.Detail}");
            return [];
        }
    }
}
