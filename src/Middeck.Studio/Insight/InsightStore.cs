using Middeck.Storage.Sql;

namespace Middeck.Studio.Insight;

/// <summary>Reads the sums, and makes them coarser with age.</summary>
internal sealed class InsightStore(Database database)
{
    /// <summary>The sums of an app's half hours from a time to another.</summary>
    public Task<List<(SlotKey Key, SlotSum Sum)>> SlotsAsync(
        Guid workspaceId, Guid appId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT * FROM studio.insight_slot
            WHERE workspace_id = {workspaceId} AND app_id = {appId} AND slot >= {from} AND slot < {to}
            ORDER BY slot
            """,
            Read,
            cancellationToken);

    /// <summary>How many people asked: on each day, at each place, and at all.</summary>
    public Task<List<(DateOnly? Day, string? Source, long Count)>> PersonsAsync(
        Guid workspaceId, Guid appId, DateOnly from, DateOnly to, ZoneOffset zone, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            WITH person AS (
                SELECT day, source, person FROM studio.insight_person
                WHERE workspace_id = {workspaceId} AND app_id = {appId} AND day >= {from.AddDays(-1)} AND day <= {to.AddDays(1)}
                    AND slots & {zone.SameDay} <> 0
                UNION
                SELECT day + {zone.OtherDay}, source, person FROM studio.insight_person
                WHERE workspace_id = {workspaceId} AND app_id = {appId} AND day >= {from.AddDays(-1)} AND day <= {to.AddDays(1)}
                    AND slots & ~{zone.SameDay} <> 0)
            SELECT day, source, count(DISTINCT person) AS persons FROM person WHERE day >= {from} AND day <= {to}
            GROUP BY GROUPING SETS ((), (day), (source))
            """,
            static row => (row.Get<DateOnly?>("day"), row.Get<string?>("source"), row.Get<long>("persons")),
            cancellationToken);

    /// <summary>The models and places that an app's sums know.</summary>
    public Task<List<(string Source, string Model)>> KindsAsync(
        Guid workspaceId, Guid appId, DateTimeOffset from, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT DISTINCT source, model FROM studio.insight_slot
            WHERE workspace_id = {workspaceId} AND app_id = {appId} AND slot >= {from}
            """,
            static row => (row.Get<string>("source"), row.Get<string>("model")),
            cancellationToken);

    /// <summary>Makes whole days (UTC) of a batch of half hours before a time; those stay for ever.</summary>
    /// <returns>How many half hours went.</returns>
    public Task<int> CoarsenAsync(DateTimeOffset before, int batch, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                var rows = await sql.QueryAsync(
                    $"""
                    DELETE FROM studio.insight_slot WHERE ctid = ANY(ARRAY(
                        SELECT ctid FROM studio.insight_slot
                        WHERE slot < {before} AND slot <> date_trunc('day', slot, 'UTC') LIMIT {batch}))
                    RETURNING *
                    """,
                    Read,
                    cancellationToken);
                if (rows.Count > 0)
                {
                    await sql.ExecuteAsync(SumSql.Days(rows), cancellationToken);
                }

                return rows.Count;
            },
            cancellationToken);

    /// <summary>Forgets who asked on a batch of days before one.</summary>
    public Task<int> TrimPersonsAsync(DateOnly before, int batch, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            DELETE FROM studio.insight_person WHERE ctid = ANY(ARRAY(
                SELECT ctid FROM studio.insight_person WHERE day < {before} LIMIT {batch}))
            """,
            cancellationToken);

    private static (SlotKey Key, SlotSum Sum) Read(Row row)
    {
        var sum = new SlotSum
        {
            Messages = row.Get<int>("messages"),
            Conversations = row.Get<int>("conversations"),
            Errors = row.Get<int>("errors"),
            Likes = row.Get<int>("likes"),
            Dislikes = row.Get<int>("dislikes"),
            PromptTokens = row.Get<long>("prompt_tokens"),
            CompletionTokens = row.Get<long>("completion_tokens"),
        };
        var currency = row.Get<string>("currency");
        sum.AddPrice(currency, row.Get<decimal>("total_price"));
        Fill(sum.Duration, row.Get<int[]>("duration"));
        Fill(sum.FirstToken, row.Get<int[]>("first_token"));
        return (
            new SlotKey(
                row.Get<Guid>("workspace_id"), row.Get<Guid>("app_id"), row.Get<DateTimeOffset>("slot"),
                row.Get<string>("source"), row.Get<string>("model"), currency),
            sum);
    }

    private static void Fill(long[] target, int[] counts)
    {
        for (var step = 0; step < target.Length; step++)
        {
            target[step] = counts[step];
        }
    }
}
