using Microsoft.Extensions.Logging;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Embeds the query once for each embedding model among the bases.</summary>
internal sealed partial class QueryVectors(IModelGateway models, ILogger<QueryVectors> logger)
{
    /// <returns>By the base's embedding model, an empty text for the workspace's default. A model that fails is missing.</returns>
    /// <exception cref="FaultException">A model fails and one of its bases is searched by meaning alone.</exception>
    public async Task<IReadOnlyDictionary<string, QueryVector>> OfAsync(
        ModelCaller caller, string query, IReadOnlyList<SearchPlan> plans, CancellationToken cancellationToken)
    {
        var vectors = new Dictionary<string, QueryVector>(StringComparer.Ordinal);
        foreach (var group in plans.Where(static plan => plan.ByMeaning).GroupBy(static plan => KeyOf(plan)))
        {
            try
            {
                vectors[group.Key] = await EmbedAsync(caller, query, group.First().Base.EmbeddingModel, cancellationToken);
            }
            catch (FaultException ex) when (group.All(static plan => plan.ByWords))
            {
                // Words alone still answer most questions; none at all would be worse.
                LogWithoutVectors(ex.Fault.Code, group.Key);
            }
        }

        return vectors;
    }

    public static string KeyOf(SearchPlan plan) => plan.Base.EmbeddingModel ?? "";

    private async Task<QueryVector> EmbedAsync(
        ModelCaller caller, string query, string? model, CancellationToken cancellationToken)
    {
        var embedding = await models.EmbeddingsAsync(caller, model, cancellationToken);
        var vectors = await embedding.Generator.GenerateAsync([query], cancellationToken: cancellationToken);
        return new QueryVector(embedding.Key, embedding.IsBuiltin, vectors[0].Vector);
    }

    [LoggerMessage(LogLevel.Warning, "A search went on by words alone: {Code} from the embedding model '{Model}'.")]
    private partial void LogWithoutVectors(string code, string model);
}
