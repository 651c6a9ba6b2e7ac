using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Middeck.Knowledge.Tests.Backends.Servers;

/// <summary>Qdrant 1.10 and later in strict mode (https://api.qdrant.tech/api-reference): a filter needs an index on its field.</summary>
public sealed class QdrantServer : ProductServer
{
    public const string ApiKey = "qdrant-key-of-the-tests";

    private static readonly string[] FieldTypes = ["keyword", "integer", "float", "geo", "text", "bool", "datetime", "uuid"];
    private static readonly string[] Distances = ["Cosine", "Euclid", "Dot", "Manhattan"];

    private readonly Dictionary<string, QdrantCollection> _collections = [];
    private readonly Lock _lock = new();

    protected override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/collections", () => Locked(() => Ok(new { collections = _collections.Keys.Select(name => new { name }) })));
        routes.MapPut("/collections/{name}", (string name, JsonElement body) => Locked(() => Create(name, body)));
        routes.MapGet("/collections/{name}", (string name) => Within(name, Describe));
        routes.MapDelete("/collections/{name}", (string name) => Locked(() => Ok(_collections.Remove(name))));
        routes.MapPut("/collections/{name}/index", (string name, JsonElement body) => Within(name, one => Index(one, body)));
        routes.MapPut(
            "/collections/{name}/points",
            (string name, bool? wait, JsonElement body) => Within(name, one => Upsert(one, wait == true, body)));
        routes.MapPost(
            "/collections/{name}/points/delete",
            (string name, bool? wait, JsonElement body) => Within(name, one => Delete(one, wait == true, body)));
        routes.MapPost("/collections/{name}/points/query", (string name, JsonElement body) => Within(name, one => Query(one, body)));
    }

    protected override IResult? Authenticate(HttpRequest request)
        => request.Headers["api-key"] == ApiKey
            ? null
            : Results.Text("Must provide an API key or an Authorization bearer token", statusCode: 401);

    protected override IResult Refuse(int status, string message)
        => Results.Json(new { status = new { error = message }, time = 0.00001 }, statusCode: status);

    protected override IResult RefuseBody(string message) => Refuse(400, $"Format error in JSON body: {message}");

    private static IResult Ok<T>(T result) => Results.Json(new { result, status = "ok", time = 0.00001 });

    // Without wait the answer comes before the change; here it never comes, so that nobody relies on it.
    private static IResult Updated(bool wait) => Ok(new { operation_id = 7, status = wait ? "completed" : "acknowledged" });

    private IResult Create(string name, JsonElement body)
    {
        var vectors = Body.Only(Body.Only(body, "vectors").GetProperty("vectors"), "size", "distance");
        var size = vectors.GetProperty("size").GetInt32();
        Body.Expect(size is >= 1 and <= 65536, "vectors.size must be from 1 to 65536");
        Body.Expect(Distances.Contains(vectors.GetProperty("distance").GetString()), "unknown variant of distance");
        return _collections.TryAdd(name, new QdrantCollection(size, vectors.GetProperty("distance").GetString()!))
            ? Ok(true)
            : Refuse(409, $"Wrong input: Collection `{name}` already exists!");
    }

    private static IResult Describe(QdrantCollection collection) => Ok(new
    {
        status = "green",
        optimizer_status = "ok",
        points_count = collection.Points.Count,
        segments_count = 1,
        config = new { @params = new { vectors = new { size = collection.Size, distance = collection.Distance }, shard_number = 1 } },
        payload_schema = collection.Indexed.ToDictionary(field => field, _ => new { data_type = "keyword" }),
    });

    private static IResult Index(QdrantCollection collection, JsonElement body)
    {
        Body.Only(body, "field_name", "field_schema");
        Body.Expect(FieldTypes.Contains(body.GetProperty("field_schema").GetString()), "unknown variant of field_schema");
        collection.Indexed.Add(body.GetProperty("field_name").GetString()!);
        return Updated(wait: true);
    }

    private IResult Upsert(QdrantCollection collection, bool wait, JsonElement body)
    {
        var points = Body.Only(body, "points").GetProperty("points").EnumerateArray()
            .Select(point => Body.Only(point, "id", "vector", "payload"))
            .Select(point => new QdrantPoint(
                Body.Uuid(point.GetProperty("id")), Body.Floats(point.GetProperty("vector")), point.GetProperty("payload")))
            .ToList();
        if (points.Find(point => point.Vector.Length != collection.Size) is { } other)
        {
            return Refuse(400, $"Wrong input: Vector dimension error: expected dim: {collection.Size}, got {other.Vector.Length}");
        }

        foreach (var point in points.Where(_ => wait))
        {
            collection.Points[point.Id] = point;
        }

        return Updated(wait);
    }

    private IResult Delete(QdrantCollection collection, bool wait, JsonElement body)
    {
        Func<QdrantPoint, bool> isChosen;
        if (Body.Only(body, "points", "filter").TryGetProperty("points", out var ids))
        {
            Body.Expect(!body.TryGetProperty("filter", out _), "points and filter exclude each other");
            var wanted = ids.EnumerateArray().Select(Body.Uuid).ToHashSet();
            isChosen = point => wanted.Contains(point.Id);
        }
        else if (FilterOf(collection, body.GetProperty("filter"), out isChosen) is { } refusal)
        {
            return refusal;
        }

        foreach (var point in collection.Points.Values.Where(point => wait && isChosen(point)).ToList())
        {
            collection.Points.Remove(point.Id);
        }

        return Updated(wait);
    }

    private IResult Query(QdrantCollection collection, JsonElement body)
    {
        Body.Only(body, "query", "limit", "filter", "with_payload");
        var query = Body.Floats(body.GetProperty("query"));
        var limit = body.GetProperty("limit").GetInt32();
        Body.Expect(limit >= 1, "limit must be 1 or larger");
        if (query.Length != collection.Size)
        {
            return Refuse(400, $"Wrong input: Vector dimension error: expected dim: {collection.Size}, got {query.Length}");
        }

        Func<QdrantPoint, bool> isChosen = _ => true;
        if (body.TryGetProperty("filter", out var filter)
            && filter.ValueKind != JsonValueKind.Null
            && FilterOf(collection, filter, out isChosen) is { } refusal)
        {
            return refusal;
        }

        var points = collection.Points.Values.Where(isChosen)
            .Select(point => new { id = point.Id, version = 3, score = Body.Cosine(query, point.Vector) })
            .OrderByDescending(point => point.score)
            .Take(limit);
        return Ok(new { points });
    }

    // {"must":[{"key":"…","match":{"any":["…"]}}]}
    private IResult? FilterOf(QdrantCollection collection, JsonElement filter, out Func<QdrantPoint, bool> isChosen)
    {
        var conditions = Body.Only(filter, "must").GetProperty("must").EnumerateArray()
            .Select(condition => Body.Only(condition, "key", "match"))
            .Select(condition => (
                Key: condition.GetProperty("key").GetString()!,
                Any: Body.Strings(Body.Only(condition.GetProperty("match"), "any").GetProperty("any"))))
            .ToList();
        isChosen = point => conditions.TrueForAll(one => one.Any.Contains(point.Payload.GetProperty(one.Key).GetString()!));
        return conditions.Exists(one => !collection.Indexed.Contains(one.Key))
            ? Refuse(400, "Bad request: Index required but not found for one of the filter's fields")
            : null;
    }

    private IResult Within(string name, Func<QdrantCollection, IResult> work) => Locked(() =>
        _collections.TryGetValue(name, out var one) ? work(one) : Refuse(404, $"Not found: Collection `{name}` doesn't exist!"));

    private IResult Locked(Func<IResult> work)
    {
        lock (_lock)
        {
            return work();
        }
    }

    private sealed record QdrantPoint(string Id, float[] Vector, JsonElement Payload);

    private sealed record QdrantCollection(int Size, string Distance)
    {
        public Dictionary<string, QdrantPoint> Points { get; } = [];

        public HashSet<string> Indexed { get; } = [];
    }
}
