using Middeck.Core.Errors;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Embeds the queries once for each embedding model among the bases.</summary>
internal sealed class QueryVectors(IModelGateway models)
{
    /// <returns>
    /// For each query by the base's embedding model, an empty text for the workspace's default. A model that fails is missing.
    /// </returns>
    /// <exception cref="FaultException">A model fails and one of its bases is searched by meaning alone.</exception>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, QueryVector>>> OfAsync(
        ModelCaller caller,
        IReadOnlyList<string> queries,
        IReadOnlyList<SearchPlan> plans,
        SearchTrace trace,
        CancellationToken cancellationToken)
    {
        Dictionary<string, QueryVector>[] vectors =
            [.. queries.Select(static _ => new Dictionary<string, QueryVector>(StringComparer.Ordinal))];
        foreach (var group in plans.Where(static plan => plan.ByMeaning).GroupBy(static plan => KeyOf(plan)))
        {
            try
            {
                var embedding = await models.EmbeddingsAsync(caller, group.First().Base.EmbeddingModel, cancellationToken);
                var made = await embedding.Generator.GenerateAsync(queries, cancellationToken: cancellationToken);
                for (var query = 0; query < queries.Count; query++)
                {
                    vectors[query][group.Key] = new QueryVector(embedding.Key, embedding.IsBuiltin, made[query].Vector);
                }
            }
            catch (FaultException ex) when (group.All(static plan => plan.ByWords))
            {
                // Words alone still answer most questions; none at all would be worse.
                trace.Note(
                    $"{Names(group)} searched by words only, because the embedding model failed ({ex.Fault.Code}): {ex.Fault.Detail}");
            }
        }

        return vectors;
    }

    public static string KeyOf(SearchPlan plan) => plan.Base.EmbeddingModel ?? "";

    private static string Names(IEnumerable<SearchPlan> plans)
        => string.Join(", ", plans.Select(static plan => $"'{plan.Base.Name}'"));
}
