using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Has a rerank model order what was found.</summary>
internal sealed class HitReranker(IModelGateway models)
{
    // What the model gets to see for each passage that is wanted.
    private const int PassagesPerHit = 5;
    private const int AtLeast = 20;

    /// <summary>The same passages in the model's order with its scores; as they were when the workspace has no rerank model.</summary>
    public async Task<IReadOnlyList<Passage>> RerankAsync(
        ModelCaller caller,
        string query,
        IReadOnlyList<Passage> passages,
        ResultSettings settings,
        SearchTrace trace,
        CancellationToken cancellationToken)
    {
        if (!settings.Reranks || passages.Count == 0)
        {
            return passages;
        }

        if (await models.RerankAsync(caller, settings.RerankModel, cancellationToken) is not { } reranker)
        {
            trace.Note("Not reranked: the workspace has no rerank model. Set a default one, or name one in the settings.");
            return passages;
        }

        Passage[] read = [.. passages.Take(Math.Max(settings.TopK * PassagesPerHit, AtLeast))];
        var scores = await trace.TimeAsync(
            "rerank", () => reranker.ScoreAsync(query, [.. read.Select(static passage => passage.Text)], cancellationToken));
        return
        [
            .. read.Select((passage, index) => passage with { Score = Math.Clamp(scores[index], 0, 1) })
                .OrderByDescending(static passage => passage.Score),
        ];
    }
}
