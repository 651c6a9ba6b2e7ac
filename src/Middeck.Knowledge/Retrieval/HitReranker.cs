using Middeck.Models.Gateway;
using Middeck.Search;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Has a rerank model order what was found.</summary>
internal sealed class HitReranker(IModelGateway models)
{
    /// <summary>The same hits in the model's order with its scores; as they were when the workspace has no rerank model.</summary>
    public async Task<IReadOnlyList<ScoredId>> RerankAsync(
        ModelCaller caller,
        string? model,
        string query,
        IReadOnlyList<ScoredId> hits,
        IReadOnlyDictionary<Guid, LiveChunk> live,
        CancellationToken cancellationToken)
    {
        if (hits.Count == 0 || await models.RerankAsync(caller, model, cancellationToken) is not { } reranker)
        {
            return hits;
        }

        var scores = await reranker.ScoreAsync(query, [.. hits.Select(hit => live[hit.Id].Content)], cancellationToken);
        return
        [
            .. hits.Select((hit, index) => hit with { Score = Math.Clamp(scores[index], 0, 1) })
                .OrderByDescending(static hit => hit.Score),
        ];
    }
}
