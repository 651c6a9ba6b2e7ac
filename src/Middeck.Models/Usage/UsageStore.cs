using System.Buffers.Binary;
using System.Diagnostics;
using Middeck.Core;
using Middeck.Core.Paging;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;
using Middeck.Storage.Sql;

namespace Middeck.Models.Usage;

/// <summary>Reads and trims <c>models.usage</c> and <c>models.usage_daily</c>.</summary>
internal sealed class UsageStore(Database database)
{
    public Task<List<UsageCall>> PageAsync(Guid workspaceId, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT * FROM models.usage
            WHERE workspace_id = {workspaceId} AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            Read,
            cancellationToken);

    public async Task<List<UsageSum>> SumAsync(
        Guid workspaceId,
        DateTimeOffset from,
        DateTimeOffset to,
        UsageGroup group,
        CancellationToken cancellationToken)
    {
        var costs = (await SumCostsAsync(workspaceId, from, to, group, cancellationToken)).ToLookup(cost => cost.Key);
        return await database.QueryAsync(
            $"""
            WITH part AS (
                SELECT (at AT TIME ZONE 'UTC')::date AS day, provider, model, app_id, 1::bigint AS calls,
                    (status = 'failed')::int::bigint AS errors, input_tokens, output_tokens, characters, audio_seconds,
                    (ttft_ms IS NOT NULL)::int::bigint AS ttft_calls, coalesce(ttft_ms, 0)::bigint AS ttft_ms
                FROM models.usage
                WHERE workspace_id = {workspaceId} AND id >= {FirstIdAt(from)} AND id < {FirstIdAt(to)}
                UNION ALL
                SELECT day, provider, model, nullif(app_id, {Guid.Empty}), calls, errors, input_tokens, output_tokens,
                    characters, audio_seconds, ttft_calls, ttft_ms
                FROM models.usage_daily
                WHERE workspace_id = {workspaceId} AND day >= {Day(from)} AND day < {Day(to.AddDays(1).AddTicks(-1))}
            )
            SELECT {Key(group)} AS key, sum(calls)::bigint AS calls, sum(input_tokens)::bigint AS input_tokens,
                sum(output_tokens)::bigint AS output_tokens, sum(characters)::bigint AS characters,
                sum(audio_seconds)::float8 AS audio_seconds, sum(errors)::bigint AS errors,
                (coalesce(sum(calls) FILTER (WHERE provider <> {ProviderKinds.Builtin}), 0))::bigint AS to_be_paid,
                (sum(ttft_ms) / nullif(sum(ttft_calls), 0))::float8 AS avg_ttft_ms
            FROM part GROUP BY 1 ORDER BY {Order(group)}
            """,
            row => new UsageSum(
                row.Get<string>("key"),
                row.Get<long>("calls"),
                row.Get<long>("input_tokens"),
                row.Get<long>("output_tokens"),
                row.Get<long>("characters"),
                row.Get<double>("audio_seconds"),
                [.. costs[row.Get<string>("key")].Select(sum => sum.Cost)],
                row.Get<long>("to_be_paid") - costs[row.Get<string>("key")].Sum(sum => sum.Calls),
                row.Get<long>("errors"),
                row.Get<double?>("avg_ttft_ms")),
            cancellationToken);
    }

    /// <summary>Turns at most a batch of the oldest rows before a time into daily sums.</summary>
    /// <returns>How many rows went.</returns>
    public Task<int> TrimAsync(DateTimeOffset before, int batch, CancellationToken cancellationToken)
        => database.ScalarAsync<int>(
            $"""
            WITH old AS (
                SELECT id FROM models.usage WHERE id < {FirstIdAt(before)} ORDER BY id LIMIT {batch}
            ), gone AS (
                DELETE FROM models.usage USING old WHERE usage.id = old.id RETURNING usage.*
            ), paid AS (
                INSERT INTO models.usage_daily_cost AS daily
                    (workspace_id, day, provider, model, type, source, app_id, currency, calls, cost)
                SELECT workspace_id, (at AT TIME ZONE 'UTC')::date, provider, model, type, source,
                    coalesce(app_id, {Guid.Empty}), currency, count(*), sum(cost)
                FROM gone WHERE cost IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
                ON CONFLICT (workspace_id, day, provider, model, type, source, app_id, currency) DO UPDATE SET
                    calls = daily.calls + excluded.calls, cost = daily.cost + excluded.cost
            ), summed AS (
                INSERT INTO models.usage_daily AS daily
                    (workspace_id, day, provider, model, type, source, app_id, calls, errors, input_tokens, output_tokens,
                    characters, audio_seconds, ttft_calls, ttft_ms)
                SELECT workspace_id, (at AT TIME ZONE 'UTC')::date, provider, model, type, source,
                    coalesce(app_id, {Guid.Empty}), count(*), count(*) FILTER (WHERE status = 'failed'),
                    sum(input_tokens), sum(output_tokens), sum(characters), sum(audio_seconds), count(ttft_ms),
                    coalesce(sum(ttft_ms), 0)
                FROM gone GROUP BY 1, 2, 3, 4, 5, 6, 7
                ON CONFLICT (workspace_id, day, provider, model, type, source, app_id) DO UPDATE SET
                    calls = daily.calls + excluded.calls, errors = daily.errors + excluded.errors,
                    input_tokens = daily.input_tokens + excluded.input_tokens,
                    output_tokens = daily.output_tokens + excluded.output_tokens,
                    characters = daily.characters + excluded.characters,
                    audio_seconds = daily.audio_seconds + excluded.audio_seconds,
                    ttft_calls = daily.ttft_calls + excluded.ttft_calls, ttft_ms = daily.ttft_ms + excluded.ttft_ms
            )
            SELECT count(*)::int FROM gone
            """,
            cancellationToken);

    private Task<List<CostSum>> SumCostsAsync(
        Guid workspaceId,
        DateTimeOffset from,
        DateTimeOffset to,
        UsageGroup group,
        CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            WITH part AS (
                SELECT (at AT TIME ZONE 'UTC')::date AS day, provider, model, app_id, currency, 1::bigint AS calls, cost
                FROM models.usage
                WHERE workspace_id = {workspaceId} AND id >= {FirstIdAt(from)} AND id < {FirstIdAt(to)}
                    AND cost IS NOT NULL
                UNION ALL
                SELECT day, provider, model, nullif(app_id, {Guid.Empty}), currency, calls, cost
                FROM models.usage_daily_cost
                WHERE workspace_id = {workspaceId} AND day >= {Day(from)} AND day < {Day(to.AddDays(1).AddTicks(-1))}
            )
            SELECT {Key(group)} AS key, currency, sum(calls)::bigint AS calls, sum(cost) AS cost
            FROM part GROUP BY 1, 2 ORDER BY 1, 2
            """,
            row => new CostSum(
                row.Get<string>("key"),
                row.Get<long>("calls"),
                new UsageCost(Money.Text(row.Get<decimal>("cost")), row.Get<string>("currency"))),
            cancellationToken);

    /// <summary>The smallest UUIDv7 of a millisecond, so that the key serves as an index by time.</summary>
    private static Guid FirstIdAt(DateTimeOffset time)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes, Math.Max(0, time.ToUnixTimeMilliseconds()) << 16);
        return new Guid(bytes, bigEndian: true);
    }

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    private static SqlText Key(UsageGroup group) => group switch
    {
        UsageGroup.Day => SqlText.Of($"to_char(day, 'YYYY-MM-DD')"),
        UsageGroup.Model => SqlText.Of($"provider || '/' || model"),
        UsageGroup.App => SqlText.Of($"coalesce(app_id::text, 'none')"),
        _ => throw new UnreachableException(),
    };

    private static SqlText Order(UsageGroup group)
        => group == UsageGroup.Day ? SqlText.Of($"1") : SqlText.Of($"2 DESC, 1");

    private static UsageCall Read(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<DateTimeOffset>("at"),
        row.Get<string>("provider"),
        row.Get<string>("model"),
        row.Word<ModelType>("type"),
        row.Get<string>("source"),
        row.Get<Guid?>("app_id"),
        row.Get<Guid?>("user_id"),
        row.Get<Guid?>("key_id"),
        row.Get<string?>("end_user"),
        row.Get<Guid?>("run_id"),
        row.Get<long>("input_tokens"),
        row.Get<long>("output_tokens"),
        row.Get<long>("characters"),
        row.Get<double>("audio_seconds"),
        row.Get<decimal?>("cost") is { } cost ? new UsageCost(Money.Text(cost), row.Get<string>("currency")) : null,
        row.Get<bool>("estimated"),
        row.Get<int?>("ttft_ms"),
        row.Get<int>("duration_ms"),
        row.Word<UsageStatus>("status"),
        row.Get<string?>("error_code"));

    private sealed record CostSum(string Key, long Calls, UsageCost Cost);
}
