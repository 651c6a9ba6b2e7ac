using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Middeck.Knowledge.Tests.Backends.Servers;

/// <summary>
/// OpenSearch (https://docs.opensearch.org/latest/api-reference): a search sees what was refreshed, and nothing refreshes by itself.
/// </summary>
public sealed class OpenSearchServer : ProductServer
{
    public const string Username = "middeck";
    public const string Password = "opensearch-password-of-the-tests";

    private const int MaxClauseCount = 1024;

    private readonly Dictionary<string, OpenSearchIndex> _indexes = [];
    private readonly Lock _lock = new();

    /// <summary>How many of the next deletions meet a text that somebody else has changed meanwhile.</summary>
    public int Conflicts { get; set; }

    protected override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => Results.Json(new { name = "node", version = new { distribution = "opensearch", number = "2.19.0" } }));
        routes.MapPut("/{index}", (string index, JsonElement body) => Locked(() => Create(index, body)));
        routes.MapDelete("/{index}", (string index) => Locked(() => Delete(index)));
        routes.MapPost("/{index}/_bulk", BulkAsync);
        routes.MapPost("/{index}/_refresh", (string index) => Within(index, Refresh));
        routes.MapPost(
            "/{index}/_delete_by_query",
            (string index, bool? refresh, string? conflicts, JsonElement body)
                => Within(index, one => DeleteByQuery(one, refresh == true, conflicts == "proceed", body)));
        routes.MapPost("/{index}/_search", (string index, JsonElement body) => Within(index, one => Search(one, body)));
    }

    protected override IResult? Authenticate(HttpRequest request)
        => request.Headers.Authorization == $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Username}:{Password}"))}"
            ? null
            : Results.Text("Unauthorized", statusCode: 401);

    protected override IResult Refuse(int status, string message) => Refuse(status, "illegal_argument_exception", message);

    protected override IResult RefuseBody(string message) => Refuse(400, "parsing_exception", message);

    private static IResult Refuse(int status, string type, string reason) => Results.Json(
        new { error = new { root_cause = new[] { new { type, reason } }, type, reason }, status }, statusCode: status);

    private static IResult NoIndex(string name) => Refuse(404, "index_not_found_exception", $"no such index [{name}]");

    private static IResult Refresh(OpenSearchIndex index)
    {
        index.Refresh();
        return Results.Json(new { _shards = new { total = 2, successful = 1, failed = 0 } });
    }

    private IResult Create(string name, JsonElement body)
    {
        Body.Only(body, "settings", "aliases", "mappings");
        Body.Expect(name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), $"invalid index name [{name}]");
        Body.Only(body.GetProperty("settings"), "number_of_shards", "number_of_replicas");
        var mappings = Body.Only(body.GetProperty("mappings"), "dynamic", "_source", "properties");
        Body.Only(mappings.GetProperty("_source"), "excludes", "includes", "enabled");
        var properties = Body.Only(mappings.GetProperty("properties"), "document_id", "text");
        Body.Expect(Body.Only(properties.GetProperty("document_id"), "type").GetProperty("type").GetString() == "keyword", "no handler for type");
        Body.Expect(
            Body.Only(properties.GetProperty("text"), "type", "analyzer").GetProperty("analyzer").GetString() == "cjk", "analyzer not found");
        var aliases = body.GetProperty("aliases").EnumerateObject().Select(alias => alias.Name).ToHashSet();
        return _indexes.TryAdd(name, new OpenSearchIndex(aliases))
            ? Results.Json(new { acknowledged = true, shards_acknowledged = true, index = name })
            : Refuse(400, "resource_already_exists_exception", $"index [{name}/aBcD] already exists");
    }

    private IResult Delete(string name) => _indexes.Remove(name) ? Results.Json(new { acknowledged = true }) : NoIndex(name);

    private async Task<IResult> BulkAsync(HttpRequest request, string index, string? refresh, bool? require_alias)
    {
        Body.Expect(request.ContentType == "application/x-ndjson", $"Content-Type header [{request.ContentType}] is not supported");
        Body.Expect(request.ContentLength is not null, "a chunked body");
        Body.Expect(refresh is null or "true" or "false" or "wait_for", $"Unknown value for refresh: [{refresh}].");
        var text = await new StreamReader(request.Body).ReadToEndAsync();
        Body.Expect(text.EndsWith('\n'), "The bulk request must be terminated by a newline [\\n]");
        var lines = text.TrimEnd('\n').Split('\n').Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        return Locked(() => Bulk(index, refresh, require_alias == true, lines));
    }

    private IResult Bulk(string name, string? refresh, bool requireAlias, List<JsonElement> lines)
    {
        var target = Find(name);
        if (target is null && !requireAlias)
        {
            _indexes[name] = target = new OpenSearchIndex([]);
        }

        var items = new List<object>();
        for (var i = 0; i < lines.Count; i += 2)
        {
            var id = Body.Only(Body.Only(lines[i], "index").GetProperty("index"), "_id").GetProperty("_id").GetString()!;
            Body.Only(lines[i + 1], "document_id", "text");
            if (target is null)
            {
                var error = new
                {
                    type = "index_not_found_exception",
                    reason = $"no such index [{name}] and [require_alias] request flag is [true] and [{name}] is not an alias",
                };
                items.Add(new { index = new { _index = name, _id = id, status = 404, error } });
                continue;
            }

            target.Put(id, lines[i + 1].GetProperty("document_id").GetString()!, lines[i + 1].GetProperty("text").GetString()!);
            items.Add(new { index = new { _index = name, _id = id, status = 201, result = "created" } });
        }

        if (refresh is "true" or "wait_for")
        {
            target?.Refresh();
        }

        return Results.Json(new { took = 1, errors = target is null, items });
    }

    private IResult DeleteByQuery(OpenSearchIndex index, bool refresh, bool proceed, JsonElement body)
    {
        var query = Body.Only(Body.Only(body, "query").GetProperty("query"), "term", "ids");
        HashSet<string> found;
        if (query.TryGetProperty("ids", out var ids))
        {
            found = Body.Strings(Body.Only(ids, "values").GetProperty("values"));
        }
        else
        {
            var document = Body.Only(query.GetProperty("term"), "document_id").GetProperty("document_id").GetString();
            found = [.. index.Visible.Where(pair => pair.Value.Document == document).Select(pair => pair.Key)];
        }

        if (Conflicts > 0)
        {
            Conflicts--;
            return proceed
                ? Results.Json(new { took = 1, deleted = 0, version_conflicts = found.Count, failures = Array.Empty<object>() })
                : Refuse(409, "version_conflict_engine_exception", "version conflict");
        }

        var deleted = found.Count(id => index.Visible.ContainsKey(id) && index.Remove(id));
        if (refresh)
        {
            index.Refresh();
        }

        return Results.Json(new { took = 1, deleted, version_conflicts = 0, failures = Array.Empty<object>() });
    }

    private static IResult Search(OpenSearchIndex index, JsonElement body)
    {
        Body.Only(body, "size", "_source", "track_total_hits", "query");
        var parts = Body.Only(Body.Only(body.GetProperty("query"), "bool").GetProperty("bool"), "must", "filter");
        var match = Body.Only(Body.Only(parts.GetProperty("must"), "match").GetProperty("match"), "text").GetProperty("text");
        var terms = CjkAnalyzer.Terms(Body.Only(match, "query").GetProperty("query").GetString()!);
        if (terms.Count > MaxClauseCount)
        {
            return Refuse(400, "too_many_clauses", $"maxClauseCount is set to {MaxClauseCount}");
        }

        var size = body.GetProperty("size").GetInt32();
        Body.Expect(size is >= 0 and <= 10_000, "Result window is too large, from + size must be less than or equal to: [10000]");
        var filters = parts.GetProperty("filter").EnumerateArray()
            .Select(filter => Body.Strings(Body.Only(Body.Only(filter, "terms").GetProperty("terms"), "document_id").GetProperty("document_id")))
            .ToList();
        var hits = index.Rank(terms)
            .Where(hit => filters.TrueForAll(documents => documents.Contains(index.Visible[hit.Id].Document)))
            .Take(size)
            .Select(hit => new { _index = "middeck", _id = hit.Id, _score = hit.Score });
        return Results.Json(new { took = 1, timed_out = false, hits = new { max_score = (double?)null, hits } });
    }

    private OpenSearchIndex? Find(string name)
        => _indexes.GetValueOrDefault(name) ?? _indexes.Values.FirstOrDefault(index => index.Aliases.Contains(name));

    private IResult Within(string name, Func<OpenSearchIndex, IResult> work)
        => Locked(() => Find(name) is { } index ? work(index) : NoIndex(name));

    private IResult Locked(Func<IResult> work)
    {
        lock (_lock)
        {
            return work();
        }
    }
}
