using System.Net;
using System.Text.Json;
using Middeck.Knowledge.Backends.Http;
using Middeck.Search;

namespace Middeck.Knowledge.Backends.Weaviate;

/// <summary>
/// Keeps vectors in Weaviate 1.21 or later (https://docs.weaviate.io/weaviate/api/rest and …/api/graphql), a class for each
/// collection. Weaviate itself embeds nothing.
/// </summary>
internal sealed class WeaviateStore(BackendClient client) : IVectorStore
{
    // Class names begin with a capital letter.
    private const string Prefix = "Middeck_";

    private static readonly string[] AnswerFields = ["id"];

    private readonly WeaviateSchema _schema = new(client);

    public string Name => "weaviate";

    public async Task EnsureAsync(VectorCollection collection, CancellationToken cancellationToken)
    {
        var found = await _schema.DimensionsAsync(ClassOf(collection), cancellationToken);
        if (found is null)
        {
            await _schema.CreateAsync(ClassOf(collection), collection, cancellationToken);
            found = await _schema.DimensionsAsync(ClassOf(collection), cancellationToken);
        }

        ThrowUnlessFit(collection, found);
    }

    public async Task UpsertAsync(
        VectorCollection collection, IReadOnlyList<VectorEntry> entries, CancellationToken cancellationToken)
    {
        VectorChecks.ThrowIfUnfit(collection, entries);

        // Weaviate makes a class that is not there by itself, with settings of its own choice, and takes the dimensions of the
        // first vector that comes: what must not happen has to be found out beforehand.
        ThrowUnlessFit(collection, await _schema.DimensionsAsync(ClassOf(collection), cancellationToken));
        foreach (var batch in Batches.Of(entries, static entry => entry.Id))
        {
            var objects = batch.Select(entry => new
            {
                Class = ClassOf(collection),
                entry.Id,
                Properties = new Dictionary<string, Guid> { [WeaviateSchema.DocumentField] = entry.DocumentId },
                entry.Vector,
            });
            // The answer need not repeat the vectors.
            var post = Json(HttpMethod.Post, "batch/objects", new { Fields = AnswerFields, Objects = objects });
            ThrowIfAnyFailed(await client.SendAsync(post, cancellationToken));
        }
    }

    public Task RemoveDocumentAsync(VectorCollection collection, Guid documentId, CancellationToken cancellationToken)
        => DeleteAsync(collection, WeaviateFilter.Where(WeaviateSchema.DocumentField, [documentId]), cancellationToken);

    public async Task RemoveAsync(
        VectorCollection collection, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var batch in Batches.Of(ids))
        {
            await DeleteAsync(collection, WeaviateFilter.Where("id", batch), cancellationToken);
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

        var name = ClassOf(collection);
        var where = documents is null ? "" : $", where: {WeaviateFilter.GraphQl(WeaviateSchema.DocumentField, documents)}";
        var ask = Json(HttpMethod.Post, "graphql", new
        {
            Query = $$"""
                { Get { {{name}}(nearVector: {vector: {{VectorText.Of(query.Span)}}}, limit: {{Math.Min(limit, Batches.MostHits)}}{{where}})
                { _additional { id distance } } } }
                """,
        });
        var answer = await client.SendAsync(
            ask with { Expected = [HttpStatusCode.UnprocessableEntity] }, cancellationToken);
        if (ComplaintOf(answer) is not { } complaint)
        {
            return answer.Read(body => HitsOf(body.GetProperty("data").GetProperty("Get").GetProperty(name)));
        }

        // GraphQL names a class that is not there as a mistake in the query, in words that have changed with the versions.
        return await _schema.DimensionsAsync(name, cancellationToken) is null ? [] : throw complaint;
    }

    public async Task DropAsync(Guid baseId, CancellationToken cancellationToken)
    {
        foreach (var name in await _schema.ClassesAsync(Prefix + VectorCollection.NamePrefix(baseId), cancellationToken))
        {
            await _schema.DropAsync(name, cancellationToken);
        }
    }

    private static string ClassOf(VectorCollection collection) => Prefix + collection.Name;

    private static BackendRequest Json<T>(HttpMethod method, string path, T body)
        => BackendRequest.Json(method, path, body, JsonSerializerOptions.Web);

    private static List<ScoredId> HitsOf(JsonElement hits)
        => [.. hits.EnumerateArray().Select(static hit => hit.GetProperty("_additional")).Select(static hit => new ScoredId(
            hit.GetProperty("id").GetGuid(), 1 - hit.GetProperty("distance").GetSingle()))];

    private static Exception? ComplaintOf(BackendAnswer answer)
        => answer.Status == HttpStatusCode.UnprocessableEntity
            ? answer.ToFault()
            : answer.Read(body => body.TryGetProperty("errors", out var errors) && errors is { ValueKind: JsonValueKind.Array }
                ? answer.ToFault(errors[0].GetProperty("message").GetString() ?? "")
                : null);

    private static void ThrowIfAnyFailed(BackendAnswer answer)
    {
        var failure = answer.Read(static body => body.EnumerateArray()
            .Select(static one => one.GetProperty("result"))
            .Where(static result => result.GetProperty("status").GetString() != "SUCCESS")
            .Select(static result => result.GetProperty("errors").GetProperty("error")[0].GetProperty("message").GetString() ?? "")
            .FirstOrDefault());
        if (failure is not null)
        {
            throw answer.ToFault(failure);
        }
    }

    private void ThrowUnlessFit(VectorCollection collection, int? found)
    {
        if (found != collection.Dimensions)
        {
            throw found is { } other ? IndexFaults.OtherDimensions(Name, collection, other) : IndexFaults.Missing(Name);
        }
    }

    private async Task DeleteAsync(VectorCollection collection, object where, CancellationToken cancellationToken)
    {
        var delete = Json(HttpMethod.Delete, "batch/objects", new { Match = new { Class = ClassOf(collection), Where = where } });
        long matches, limit;
        do
        {
            var answer = await client.SendAsync(
                delete with { Expected = [HttpStatusCode.UnprocessableEntity] }, cancellationToken);
            if (answer.Status == HttpStatusCode.UnprocessableEntity)
            {
                if (await _schema.DimensionsAsync(ClassOf(collection), cancellationToken) is null)
                {
                    return;
                }

                throw answer.ToFault();
            }

            (matches, limit, var failed) = answer.Read(static body => Results(body.GetProperty("results")));
            if (failed > 0)
            {
                throw answer.ToFault($"{failed} of {matches} objects could not be deleted");
            }
        }
        // One call takes out no more than Weaviate's QUERY_MAXIMUM_RESULTS.
        while (limit > 0 && matches >= limit);
    }

    private static (long Matches, long Limit, long Failed) Results(JsonElement results)
        => (results.GetProperty("matches").GetInt64(), results.GetProperty("limit").GetInt64(), results.GetProperty("failed").GetInt64());
}
