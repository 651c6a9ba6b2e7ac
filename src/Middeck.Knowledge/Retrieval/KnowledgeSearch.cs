using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.External;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Searches bases: by words and by meaning, against the rows before anything is returned, beside what others know.</summary>
internal sealed class KnowledgeSearch(
    BaseDirectory directory,
    QueryRewriter rewriter,
    OwnPassages own,
    ExternalPassages external,
    HitReranker reranker,
    HitMaker maker,
    HitCounter counter,
    TimeProvider clock)
{
    private const int MaxQueryLength = 4000;
    private const int MaxTopK = 100;

    /// <inheritdoc cref="IKnowledgeSearch.SearchAsync" />
    public async Task<IReadOnlyList<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
        => (await FindAsync(request, cancellationToken)).Hits;

    /// <inheritdoc cref="IKnowledgeSearch.FindAsync" />
    public async Task<SearchResult> FindAsync(SearchRequest request, CancellationToken cancellationToken)
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
            return new SearchResult([], new SearchExplanation([], RerankingMode.ReciprocalRankFusion, null, [], [], []));
        }

        var record = new SearchRecord(clock);
        var settings = ResultSettings.For(request, bases);
        var queries = await rewriter.QueriesAsync(request, query, settings.Rewriting, record.Trace, cancellationToken);
        var passages = await PassagesAsync(request, queries, bases, settings, record, cancellationToken);
        passages = await reranker.RerankAsync(request.Caller, query, passages, settings, record.Trace, cancellationToken);
        if (request.Explain)
        {
            passages = ListPlaces.AddOrder(passages, settings.Reranks ? "reranked" : "result");
        }

        var (hits, below) = await maker.MakeAsync(request, query, passages, settings, cancellationToken);
        if (request.Trial is null)
        {
            counter.Count(bases, hits);
        }

        return new SearchResult(hits, new SearchExplanation(
            queries,
            settings.RerankingMode,
            settings.Reranks ? settings.RerankModel : null,
            record.Bases,
            record.Trace.Timings,
            record.Trace.Notes))
        {
            BelowThreshold = below,
        };
    }

    /// <inheritdoc cref="IKnowledgeSearch.NamesAsync" />
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> knowledgeBaseIds, CancellationToken cancellationToken)
        => (await directory.FindAsync(workspaceId, knowledgeBaseIds, cancellationToken))
            .ToDictionary(static row => row.Id, static row => row.Name);

    /// <inheritdoc cref="IKnowledgeSearch.TopicsAsync" />
    public async Task<IReadOnlyList<KnowledgeBaseTopic>> TopicsAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> knowledgeBaseIds, CancellationToken cancellationToken)
        => [.. (await directory.FindAsync(workspaceId, knowledgeBaseIds, cancellationToken))
            .Select(static row => new KnowledgeBaseTopic(row.Id, row.Name, row.Description))];

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

    // Both at once: somebody else's API takes as long as it takes.
    private async Task<IReadOnlyList<Passage>> PassagesAsync(
        SearchRequest request,
        IReadOnlyList<string> queries,
        IReadOnlyList<KnowledgeBaseRow> bases,
        ResultSettings settings,
        SearchRecord record,
        CancellationToken cancellationToken)
    {
        KnowledgeBaseRow[] ours = [.. bases.Where(static row => !row.IsExternal)];
        KnowledgeBaseRow[] theirs = [.. bases.Where(static row => row.IsExternal)];
        var theirWork = external.FindAsync(request, queries[0], theirs, ours.Length > 0, settings, record, cancellationToken);
        var ourWork = own.FindAsync(request, queries, ours, settings, record, cancellationToken);
        await Task.WhenAll(theirWork, ourWork);
        var found = await theirWork;
        return found.Count == 0
            ? await ourWork
            : [.. (await ourWork).Concat(found).OrderByDescending(static passage => passage.Score)];
    }
}
