using System.Text.Json;
using Middeck.Core.Identifiers;
using Middeck.Knowledge.Retrieval;

namespace Middeck.Knowledge.History;

/// <summary>Searches, and keeps what was asked and how much it found.</summary>
internal sealed class RecordedSearch(
    KnowledgeSearch search, HitMetadata metadata, QueryLog log, TimeProvider clock) : IKnowledgeSearch
{
    private const string Apps = "app";

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
        => (await FindAsync(request, cancellationToken)).Hits;

    public async Task<SearchResult> FindAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var result = await search.FindAsync(request, cancellationToken);
        var milliseconds = clock.GetElapsedTime(started).TotalMilliseconds;
        if (request.Trial is null)
        {
            log.Add(request.KnowledgeBaseIds.Distinct().Select(id => RowOf(request, id, result.Hits, milliseconds)));
        }

        return result;
    }

    public Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> knowledgeBaseIds, CancellationToken cancellationToken)
        => search.NamesAsync(workspaceId, knowledgeBaseIds, cancellationToken);

    public Task<IReadOnlyList<KnowledgeBaseTopic>> TopicsAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> knowledgeBaseIds, CancellationToken cancellationToken)
        => search.TopicsAsync(workspaceId, knowledgeBaseIds, cancellationToken);

    public Task<IReadOnlyDictionary<Guid, JsonElement>> MetadataAsync(
        Guid workspaceId, IReadOnlyCollection<SearchHit> hits, CancellationToken cancellationToken)
        => metadata.OfAsync(workspaceId, hits, cancellationToken);

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
