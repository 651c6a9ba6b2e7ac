using Middeck.Core.Identifiers;
using Middeck.Knowledge.Retrieval;

namespace Middeck.Knowledge.History;

/// <summary>Searches, counts what was found and keeps what was asked.</summary>
internal sealed class RecordedSearch(KnowledgeSearch search, HitCounter counter, QueryLog log, TimeProvider clock) : IKnowledgeSearch
{
    private const string Apps = "app";

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var hits = await search.SearchAsync(request, cancellationToken);
        var milliseconds = clock.GetElapsedTime(started).TotalMilliseconds;
        counter.Count(hits);
        log.Add(request.KnowledgeBaseIds.Distinct().Select(id => RowOf(request, id, hits, milliseconds)));
        return hits;
    }

    public Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> knowledgeBaseIds, CancellationToken cancellationToken)
        => search.NamesAsync(workspaceId, knowledgeBaseIds, cancellationToken);

    private QueryRow RowOf(SearchRequest request, Guid baseId, IReadOnlyList<SearchHit> hits, double milliseconds)
    {
        var own = hits.Where(hit => hit.KnowledgeBaseId == baseId).ToList();
        var caller = request.Caller;
        var origin = caller.Source == Apps ? QueryOrigin.App
            : caller.KeyId is null ? QueryOrigin.HitTesting
            : QueryOrigin.Api;
        return new QueryRow(
            caller.WorkspaceId,
            baseId,
            new AskedQuery(
                Ids.New(clock),
                origin,
                request.Query.Trim().Replace("\0", "", StringComparison.Ordinal),
                QuerySettings.Of(request),
                own.Count,
                own.Count == 0 ? null : own.Max(static hit => hit.Score),
                milliseconds,
                caller.UserId,
                clock.GetUtcNow()));
    }
}
