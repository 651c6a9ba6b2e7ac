using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.History;

/// <summary>The rows of what was asked.</summary>
internal sealed class QueryStore(Database database)
{
    /// <summary>Adds the rows whose base is still there.</summary>
    public Task AddAsync(IReadOnlyList<QueryRow> rows, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.query (id, workspace_id, base_id, origin, content, settings, hit_count, top_score, milliseconds,
                                         asked_by, asked_at)
            SELECT new.id, new.workspace_id, new.base_id, new.origin, new.content, new.settings::jsonb, new.hit_count,
                   new.top_score, new.milliseconds, new.asked_by, new.asked_at
            FROM unnest(
                {rows.Select(static row => row.Query.Id).ToArray()},
                {rows.Select(static row => row.WorkspaceId).ToArray()},
                {rows.Select(static row => row.BaseId).ToArray()},
                {rows.Select(static row => SnakeCase.Of(row.Query.Origin.ToString())).ToArray()},
                {rows.Select(static row => row.Query.Content).ToArray()},
                {rows.Select(static row => JsonSerializer.Serialize(row.Query.Settings, Json.Snake)).ToArray()},
                {rows.Select(static row => row.Query.HitCount).ToArray()},
                {rows.Select(static row => row.Query.TopScore).ToArray()},
                {rows.Select(static row => row.Query.Milliseconds).ToArray()},
                {rows.Select(static row => row.Query.AskedBy).ToArray()},
                {rows.Select(static row => row.Query.AskedAt).ToArray()})
                AS new (id, workspace_id, base_id, origin, content, settings, hit_count, top_score, milliseconds, asked_by, asked_at)
            JOIN knowledge.base ON base.id = new.base_id
            """,
            cancellationToken);

    /// <summary>A page of the history, newest first.</summary>
    public async Task<Page<AskedQuery>> PageAsync(
        Guid workspaceId, Guid baseId, QueryOrigin? origin, bool unanswered, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT id, origin, content, settings, hit_count, top_score, milliseconds, asked_by, asked_at FROM knowledge.query
            WHERE base_id = {baseId} AND workspace_id = {workspaceId}
              AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
              {(origin is { } wanted ? SqlText.Of($"AND origin = {wanted}") : SqlText.Empty)}
              {(unanswered ? SqlText.Of($"AND hit_count = 0") : SqlText.Empty)}
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            static row => new AskedQuery(
                row.Get<Guid>("id"),
                row.Word<QueryOrigin>("origin"),
                row.Get<string>("content"),
                row.Json<QuerySettings>("settings")!,
                row.Get<int>("hit_count"),
                row.Get<double?>("top_score"),
                row.Get<double>("milliseconds"),
                row.Get<Guid?>("asked_by"),
                row.Get<DateTimeOffset>("asked_at")),
            cancellationToken);
        return page.ToPage(rows, static row => row.Id);
    }

    /// <summary>The numbers of bases since a time; a base that nobody asked is missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, QueryNumbers>> NumbersAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> baseIds, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT base_id, count(*) AS queries, coalesce(sum(hit_count), 0)::bigint AS hits,
                   count(*) FILTER (WHERE hit_count = 0) AS unanswered,
                   percentile_cont(0.95) WITHIN GROUP (ORDER BY milliseconds) AS p95
            FROM knowledge.query
            WHERE base_id = ANY({baseIds.ToArray()}) AND workspace_id = {workspaceId} AND asked_at >= {since}
            GROUP BY base_id
            """,
            static row => KeyValuePair.Create(
                row.Get<Guid>("base_id"),
                new QueryNumbers(
                    row.Get<long>("queries"), row.Get<long>("hits"), row.Get<long>("unanswered"), row.Get<double>("p95"))),
            cancellationToken);
        return rows.ToDictionary();
    }

    /// <summary>Queries per day in UTC, days without any left out.</summary>
    public Task<List<QueryDay>> DaysAsync(
        Guid workspaceId, Guid baseId, DateTimeOffset since, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT (asked_at AT TIME ZONE 'UTC')::date AS day, count(*) AS queries,
                   count(*) FILTER (WHERE hit_count = 0) AS unanswered
            FROM knowledge.query
            WHERE base_id = {baseId} AND workspace_id = {workspaceId} AND asked_at >= {since}
            GROUP BY day ORDER BY day
            """,
            static row => new QueryDay(row.Get<DateOnly>("day"), row.Get<long>("queries"), row.Get<long>("unanswered")),
            cancellationToken);

    /// <summary>Removes one batch of rows from before a time.</summary>
    public Task<int> TrimAsync(DateTimeOffset before, int batch, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            DELETE FROM knowledge.query
            WHERE id IN (SELECT id FROM knowledge.query WHERE asked_at < {before} ORDER BY asked_at LIMIT {batch})
            """,
            cancellationToken);
}
