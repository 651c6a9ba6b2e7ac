using Middeck.Search;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Asks the indexes of the bases.</summary>
internal sealed class CandidateFinder(CollectionCache collections)
{
    // Over all bases together: enough for the fusion to choose from, few enough to be read back in one query.
    private const int InAll = 240;
    private const int AtMost = 60;
    private const int AtLeast = 10;

    public async Task<IReadOnlyList<Candidates>> FindAsync(
        string query,
        IReadOnlyList<SearchPlan> plans,
        IReadOnlyDictionary<string, QueryVector> vectors,
        int topK,
        CancellationToken cancellationToken)
    {
        var perList = Math.Max(topK, Math.Clamp(InAll / plans.Count, AtLeast, AtMost));
        var found = new List<Candidates>(plans.Count);
        foreach (var plan in plans)
        {
            var collection = await collections.GetAsync(plan.Base, cancellationToken);
            var vector = plan.ByMeaning ? vectors.GetValueOrDefault(QueryVectors.KeyOf(plan)) : null;
            found.Add(new Candidates(
                plan.ByWords ? collection.Text.Search(query, perList) : [],
                vector is null ? [] : ByMeaning(collection, vector, perList),
                vector));
        }

        return found;
    }

    private static IReadOnlyList<ScoredId> ByMeaning(Collection collection, QueryVector vector, int limit)
        => collection.Vectors(vector.Key) is { } index && index.Dimensions == vector.Vector.Length
            ? index.Search(vector.Vector.Span, limit)
            : [];
}
