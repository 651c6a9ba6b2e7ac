using System.Net;
using Middeck.Knowledge.Backends.Http;
using Middeck.Search;

namespace Middeck.Knowledge.Backends.Qdrant;

/// <summary>
/// Keeps vectors in Qdrant 1.10 or later (https://api.qdrant.tech/api-reference), a Qdrant collection for each of ours.
/// </summary>
internal sealed class QdrantStore(BackendClient client) : IVectorStore
{
    private const string DocumentField = "document_id";

    public string Name => "qdrant";

    public async Task EnsureAsync(VectorCollection collection, CancellationToken cancellationToken)
    {
        var found = await DimensionsAsync(collection, cancellationToken);
        if (found is null)
        {
            // Another node may have been faster: then what it made counts.
            var create = Json(
                HttpMethod.Put, PathOf(collection), new { Vectors = new { Size = collection.Dimensions, Distance = "Cosine" } });
            await client.SendAsync(create with { Expected = [HttpStatusCode.Conflict] }, cancellationToken);
            found = await DimensionsAsync(collection, cancellationToken);
        }

        if (found != collection.Dimensions)
        {
            throw found is { } other ? IndexFaults.OtherDimensions(Name, collection, other) : IndexFaults.Missing(Name);
        }

        // Each time: a node that stopped in between has left a collection without the index that filters need.
        var index = Json(
            HttpMethod.Put,
            $"{PathOf(collection)}/index?wait=true",
            new { FieldName = DocumentField, FieldSchema = "keyword" });
        await client.SendAsync(index, cancellationToken);
    }

    public async Task UpsertAsync(
        VectorCollection collection, IReadOnlyList<VectorEntry> entries, CancellationToken cancellationToken)
    {
        VectorChecks.ThrowIfUnfit(collection, entries);
        foreach (var batch in Batches.Of(entries, static entry => entry.Id))
        {
            var points = batch.Select(static entry => new
            {
                entry.Id,
                entry.Vector,
                Payload = new Dictionary<string, Guid> { [DocumentField] = entry.DocumentId },
            });
            var put = Json(HttpMethod.Put, $"{PathOf(collection)}/points?wait=true", new { Points = points });
            var answer = await client.SendAsync(put with { Expected = [HttpStatusCode.NotFound] }, cancellationToken);
            if (answer.IsMissing)
            {
                throw IndexFaults.Missing(Name);
            }

            ThrowUnlessCompleted(answer);
        }
    }

    public Task RemoveDocumentAsync(VectorCollection collection, Guid documentId, CancellationToken cancellationToken)
        => DeleteAsync(collection, new { Filter = FilterOf([documentId]) }, cancellationToken);

    public async Task RemoveAsync(
        VectorCollection collection, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var batch in Batches.Of(ids))
        {
            await DeleteAsync(collection, new { Points = batch }, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<ScoredId>> SearchAsync(
        VectorCollection collection,
        ReadOnlyMemory<float> query,
        int limit,
        IReadOnlyCollection<Guid>? documents,
        CancellationToken cancellationToken)
    {
        if (!VectorChecks.CanFind(collection, query.Span, limit, documents))
        {
            return [];
        }

        var ask = Json(HttpMethod.Post, $"{PathOf(collection)}/points/query", new
        {
            Query = query,
            Limit = Math.Min(limit, Batches.MostHits),
            Filter = documents is null ? null : FilterOf(documents),
            WithPayload = false,
        });
        var answer = await client.SendAsync(ask with { Expected = [HttpStatusCode.NotFound] }, cancellationToken);
        return answer.IsMissing
            ? []
            : answer.Read(static body => body.GetProperty("result").GetProperty("points").EnumerateArray()
                .Select(static point => new ScoredId(
                    point.GetProperty("id").GetGuid(), point.GetProperty("score").GetSingle()))
                .ToList());
    }

    public async Task DropAsync(Guid baseId, CancellationToken cancellationToken)
    {
        var prefix = Prefix + VectorCollection.NamePrefix(baseId);
        var answer = await client.SendAsync(new BackendRequest(HttpMethod.Get, "collections"), cancellationToken);
        var names = answer.Read(static body => body.GetProperty("result").GetProperty("collections").EnumerateArray()
            .Select(static one => one.GetProperty("name").GetString()!)
            .ToList());
        foreach (var name in names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var delete = new BackendRequest(HttpMethod.Delete, $"collections/{name}") { Expected = [HttpStatusCode.NotFound] };
            await client.SendAsync(delete, cancellationToken);
        }
    }

    private const string Prefix = "middeck_";

    private static string PathOf(VectorCollection collection) => $"collections/{Prefix}{collection.Name}";

    private static object FilterOf(IReadOnlyCollection<Guid> documents)
        => new { Must = new[] { new { Key = DocumentField, Match = new { Any = documents.Distinct() } } } };

    private static BackendRequest Json<T>(HttpMethod method, string path, T body)
        => BackendRequest.Json(method, path, body, Core.Json.Snake);

    private async Task<int?> DimensionsAsync(VectorCollection collection, CancellationToken cancellationToken)
    {
        var get = new BackendRequest(HttpMethod.Get, PathOf(collection)) { Expected = [HttpStatusCode.NotFound] };
        var answer = await client.SendAsync(get, cancellationToken);
        return answer.IsMissing
            ? null
            : answer.Read(static body => body.GetProperty("result").GetProperty("config").GetProperty("params")
                .GetProperty("vectors").GetProperty("size").GetInt32());
    }

    private async Task DeleteAsync<T>(VectorCollection collection, T selector, CancellationToken cancellationToken)
    {
        var delete = Json(HttpMethod.Post, $"{PathOf(collection)}/points/delete?wait=true", selector);
        var answer = await client.SendAsync(delete with { Expected = [HttpStatusCode.NotFound] }, cancellationToken);
        if (!answer.IsMissing)
        {
            ThrowUnlessCompleted(answer);
        }
    }

    // With wait=true anything else than «completed» means that the next search may not see it yet.
    private static void ThrowUnlessCompleted(BackendAnswer answer)
    {
        var status = answer.Read(static body => body.GetProperty("result").GetProperty("status").GetString());
        if (status != "completed")
        {
            throw answer.ToFault($"the update is '{status}', not completed");
        }
    }
}
