using Middeck.Models.Catalogue;
using Middeck.Models.Usage;

namespace Middeck.Models.Gateway;

/// <summary>Counts a rerank call. Providers bill these in units of their own, so tokens are always estimated.</summary>
internal sealed class MeteredReranker(IReranker inner, ModelCaller caller, ResolvedModel model, CallMeters meters) : IReranker
{
    public Task<IReadOnlyList<float>> ScoreAsync(
        string query, IReadOnlyList<string> passages, CancellationToken cancellationToken)
        => meters.Begin(caller, model).MeasureAsync(
            () => inner.ScoreAsync(query, passages, cancellationToken),
            _ => new TokenCount(TokenEstimate.Of(passages.Append(query)), 0, IsEstimated: true));
}
