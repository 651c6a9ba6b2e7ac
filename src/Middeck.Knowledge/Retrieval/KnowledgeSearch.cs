using Middeck.Core.Errors;
using Middeck.Search;
using Middeck.Search.Text;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Searches bases: by words and by meaning in memory, against the rows before anything is returned.</summary>
internal sealed class KnowledgeSearch(
    BaseDirectory directory,
    QueryVectors vectors,
    CandidateFinder finder,
    LiveChunks chunks,
    HitReranker reranker)
{
    private const int MaxQueryLength = 4000;
    private const int MaxTopK = 100;

    // What a rerank model gets to see for each passage that is wanted.
    private const int RerankFactor = 5;
    private const int RerankAtLeast = 20;

    /// <inheritdoc cref="IKnowledgeSearch.SearchAsync" />
    public async Task<IReadOnlyList<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var query = request.Query.Trim();
        Check(request, query);
        var bases = await directory.FindAsync(request.Caller.WorkspaceId, request.KnowledgeBaseIds, cancellationToken);
        if (request.Trial is { } trial)
        {
            bases = [.. bases.Select(row => row with { Retrieval = trial })];
        }

        if (query.Length == 0 || bases.Count == 0)
        {
            return [];
        }

        SearchPlan[] plans = [.. bases.Select(row => SearchPlan.For(row, request))];
        var topK = request.TopK ?? bases.Max(static row => row.Retrieval.TopK);
        var embedded = await vectors.OfAsync(request.Caller, query, plans, cancellationToken);
        var candidates = await finder.FindAsync(query, plans, embedded, topK, cancellationToken);
        var live = await chunks.ReadAsync(request.Caller.WorkspaceId, IdsOf(candidates), cancellationToken);

        var reranks = request.Rerank ?? bases.Any(static row => row.Retrieval.Rerank);
        var ranked = Ranking.Rank(query, candidates, live);
        if (reranks)
        {
            ranked = [.. ranked.Take(Math.Max(topK * RerankFactor, RerankAtLeast))];
            var model = bases.FirstOrDefault(static row => row.Retrieval.RerankModel is not null)?.Retrieval.RerankModel;
            ranked = await reranker.RerankAsync(request.Caller, model, query, ranked, live, cancellationToken);
        }

        return Shown(query, plans, ranked, live, topK);
    }

    /// <inheritdoc cref="IKnowledgeSearch.NamesAsync" />
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> knowledgeBaseIds, CancellationToken cancellationToken)
        => (await directory.FindAsync(workspaceId, knowledgeBaseIds, cancellationToken))
            .ToDictionary(static row => row.Id, static row => row.Name);

    private static void Check(SearchRequest request, string query)
    {
        if (query.Length > MaxQueryLength)
        {
            throw new FaultException(Fault.Invalid(
                "knowledge.query_too_long", $"A query holds at most {MaxQueryLength:N0} characters.", "query"));
        }

        if (request.TopK is < 1 or > MaxTopK)
        {
            throw new FaultException(Fault.Invalid("knowledge.invalid_top_k", $"top_k must be 1 to {MaxTopK}.", "top_k"));
        }
    }

    private static Guid[] IdsOf(IReadOnlyList<Candidates> candidates)
        =>
        [
            .. candidates.SelectMany(static found => found.ByWords.Concat(found.ByMeaning))
                .Select(static hit => hit.Id).Distinct(),
        ];

    private static List<SearchHit> Shown(
        string query,
        SearchPlan[] plans,
        IReadOnlyList<ScoredId> ranked,
        Dictionary<Guid, LiveChunk> live,
        int topK)
    {
        var byBase = plans.ToDictionary(static plan => plan.Base.Id);
        var hits = new List<SearchHit>(topK);
        foreach (var (id, score) in ranked)
        {
            var chunk = live[id];
            var plan = byBase[chunk.BaseId];
            if (score < (plan.ScoreThreshold ?? 0))
            {
                continue;
            }

            hits.Add(new SearchHit(
                chunk.BaseId,
                plan.Base.Name,
                chunk.DocumentId,
                chunk.DocumentName,
                chunk.Id,
                chunk.Position,
                chunk.Page,
                chunk.Content,
                Math.Round(score, 4),
                chunk.WordCount,
                [.. Highlighter.Highlight(query, chunk.Content).Select(range => new TextRange(range.Start, range.Length))]));
            if (hits.Count == topK)
            {
                break;
            }
        }

        return hits;
    }
}
