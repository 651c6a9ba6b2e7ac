using System.Net;
using System.Text.Json;
using Middeck.Knowledge.Backends.Http;
using Middeck.Search;

namespace Middeck.Knowledge.Backends.OpenSearch;

/// <summary>
/// Keeps texts in OpenSearch (https://docs.opensearch.org/latest/api-reference), an index for each base, behind an alias: with
/// <c>require_alias</c> a write to a base that was dropped is refused instead of making an index that nobody asked for.
/// </summary>
internal sealed class OpenSearchStore(BackendClient client) : ITextStore
{
    private const string DocumentField = "document_id";
    private const string TextField = "text";
    private const int MostConflicts = 3;

    // Each pair of Chinese characters is a clause, and a query may have 1,024.
    private const int LongestQuery = 1000;

    public string Name => "opensearch";

    public async Task EnsureAsync(Guid baseId, CancellationToken cancellationToken)
    {
        var put = BackendRequest.Json(
            HttpMethod.Put,
            IndexOf(baseId),
            new
            {
                // With one shard a refresh that one batch waits for shows those before it, too.
                Settings = new { NumberOfShards = 1 },
                Aliases = new Dictionary<string, object> { [AliasOf(baseId)] = new { } },
                Mappings = new
                {
                    Dynamic = "strict",
                    // The text stands in the database; here it would only take room.
                    _source = new { Excludes = new[] { TextField } },
                    Properties = new Dictionary<string, object>
                    {
                        [DocumentField] = new { Type = "keyword" },
                        [TextField] = new { Type = "text", Analyzer = "cjk" },
                    },
                },
            },
            Core.Json.Snake);
        var answer = await client.SendAsync(put with { Expected = [HttpStatusCode.BadRequest] }, cancellationToken);
        if (answer.Status == HttpStatusCode.BadRequest
            && answer.Read(static body => body.GetProperty("error").GetProperty("type").GetString())
                != "resource_already_exists_exception")
        {
            throw answer.ToFault();
        }
    }

    public async Task UpsertAsync(Guid baseId, IReadOnlyList<TextEntry> entries, CancellationToken cancellationToken)
    {
        var batches = Batches.Of(entries, static entry => entry.Id).ToList();
        foreach (var (number, batch) in batches.Index())
        {
            // Waiting takes up to a second, so only the last batch waits.
            var refresh = number == batches.Count - 1 ? "wait_for" : "false";
            var answer = await client.SendAsync(
                new BackendRequest(HttpMethod.Post, $"{AliasOf(baseId)}/_bulk?require_alias=true&refresh={refresh}")
                {
                    Body = Lines(batch),
                    MediaType = "application/x-ndjson",
                    Expected = [HttpStatusCode.NotFound],
                },
                cancellationToken);
            ThrowIfAnyFailed(answer);
        }
    }

    public Task RemoveDocumentAsync(Guid baseId, Guid documentId, CancellationToken cancellationToken)
        => DeleteAsync(
            baseId, new { Term = new Dictionary<string, Guid> { [DocumentField] = documentId } }, cancellationToken);

    public async Task RemoveAsync(Guid baseId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var batch in Batches.Of(ids))
        {
            await DeleteAsync(baseId, new { Ids = new { Values = batch } }, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<ScoredId>> SearchAsync(
        Guid baseId, string query, int limit, IReadOnlyCollection<Guid>? documents, CancellationToken cancellationToken)
    {
        if (limit <= 0 || documents is { Count: 0 })
        {
            return [];
        }

        object[] filter = documents is null
            ? []
            : [new { Terms = new Dictionary<string, IEnumerable<Guid>> { [DocumentField] = documents.Distinct() } }];
        var ask = BackendRequest.Json(
            HttpMethod.Post,
            $"{AliasOf(baseId)}/_search",
            new
            {
                Size = Math.Min(limit, Batches.MostHits),
                _source = false,
                TrackTotalHits = false,
                Query = new
                {
                    Bool = new
                    {
                        Must = new { Match = new Dictionary<string, object> { [TextField] = new { Query = Shortened(query) } } },
                        Filter = filter,
                    },
                },
            },
            Core.Json.Snake);
        var answer = await client.SendAsync(ask with { Expected = [HttpStatusCode.NotFound] }, cancellationToken);
        return answer.IsMissing
            ? []
            : answer.Read(static body => body.GetProperty("hits").GetProperty("hits").EnumerateArray()
                .Select(static hit => new ScoredId(hit.GetProperty("_id").GetGuid(), hit.GetProperty("_score").GetSingle()))
                .ToList());
    }

    public Task DropAsync(Guid baseId, CancellationToken cancellationToken)
        => client.SendAsync(
            new BackendRequest(HttpMethod.Delete, IndexOf(baseId)) { Expected = [HttpStatusCode.NotFound] }, cancellationToken);

    private static string AliasOf(Guid baseId) => $"middeck-{baseId:N}";

    private static string IndexOf(Guid baseId) => $"{AliasOf(baseId)}-1";

    private static string Shortened(string query)
        => query.Length <= LongestQuery
            ? query
            : query[..(char.IsHighSurrogate(query[LongestQuery - 1]) ? LongestQuery - 1 : LongestQuery)];

    // {"index":{"_id":"…"}}⏎{"document_id":"…","text":"…"}⏎
    private static byte[] Lines(TextEntry[] batch)
    {
        using var lines = new MemoryStream();
        foreach (var entry in batch)
        {
            JsonSerializer.Serialize(lines, new { Index = new { _id = entry.Id } }, Core.Json.Snake);
            lines.WriteByte((byte)'\n');
            JsonSerializer.Serialize(lines, new { entry.DocumentId, entry.Text }, Core.Json.Snake);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    // {"errors":true,"items":[{"index":{"_id":"…","status":404,"error":{"type":"index_not_found_exception","reason":"…"}}}]}
    private void ThrowIfAnyFailed(BackendAnswer answer)
    {
        if (answer.IsMissing)
        {
            throw IndexFaults.Missing(Name);
        }

        var (status, reason) = answer.Read(static body => body.GetProperty("errors").GetBoolean()
            ? body.GetProperty("items").EnumerateArray()
                .Select(static item => item.GetProperty("index"))
                .Where(static item => item.TryGetProperty("error", out _))
                .Select(static item => (
                    item.GetProperty("status").GetInt32(), item.GetProperty("error").GetProperty("reason").GetString() ?? ""))
                .First()
            : (0, ""));
        if (status != 0)
        {
            throw status == 404 ? IndexFaults.Missing(Name) : answer.ToFault(reason);
        }
    }

    private async Task DeleteAsync(Guid baseId, object query, CancellationToken cancellationToken)
    {
        // Only what a search can see is deleted, and the batches of an upsert that did not finish may not have come so far.
        var refresh = new BackendRequest(HttpMethod.Post, $"{AliasOf(baseId)}/_refresh") { Expected = [HttpStatusCode.NotFound] };
        var delete = BackendRequest.Json(
            HttpMethod.Post,
            $"{AliasOf(baseId)}/_delete_by_query?refresh=true&conflicts=proceed",
            new { Query = query },
            Core.Json.Snake);
        for (var tries = 1; ; tries++)
        {
            if ((await client.SendAsync(refresh, cancellationToken)).IsMissing)
            {
                return;
            }

            var answer = await client.SendAsync(delete with { Expected = [HttpStatusCode.NotFound] }, cancellationToken);
            if (answer.IsMissing || Conflicts(answer) == 0)
            {
                return;
            }

            // Somebody wrote one of the texts meanwhile.
            if (tries == MostConflicts)
            {
                throw answer.ToFault($"{Conflicts(answer)} texts changed while they were being deleted");
            }
        }
    }

    private static long Conflicts(BackendAnswer answer)
    {
        var failures = answer.Read(static body => body.GetProperty("failures").GetArrayLength());
        return failures == 0
            ? answer.Read(static body => body.GetProperty("version_conflicts").GetInt64())
            : throw answer.ToFault($"{failures} texts could not be deleted");
    }
}
