using Middeck.Models.Gateway;
using Middeck.Search.Reranking;

namespace Middeck.Models.Builtin;

/// <summary><c>builtin/lexical-rerank</c>.</summary>
internal sealed class LexicalReranker : IReranker
{
    public Task<IReadOnlyList<float>> ScoreAsync(
        string query, IReadOnlyList<string> passages, CancellationToken cancellationToken)
        => Task.FromResult(LexicalRerank.Score(query, passages));
}
