using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Logs;

/// <summary>Reads the conversations of an app, whosever they are.</summary>
internal sealed class LogStore(Database database, TimeProvider clock)
{
    // Of so many times the newest messages' span a page is sought before it is sought in all.
    private const int Longer = 30;

    /// <summary>So many of the newest messages are looked through before the index of words is asked.</summary>
    public int Newest { get; init; } = 10_000;

    private static SqlText Columns => SqlText.Of($"""
        c.id, c.name, c.source, c.user_id, c.end_user_id,
        (SELECT e.external_id FROM studio.end_user e WHERE e.id = c.end_user_id) AS external_id,
        c.inputs, c.introduction, c.message_count, c.likes, c.dislikes,
        EXISTS (SELECT FROM studio.message m JOIN studio.annotation a ON a.message_id = m.id
                WHERE m.conversation_id = c.id) AS annotated,
        c.errors, c.tokens, c.total_price, c.currency, c.model, c.created_at, c.updated_at
        """);

    /// <summary>A page, latest activity first; of those that hold words, the latest match first.</summary>
    public Task<List<LogRow>> ListAsync(
        Guid workspaceId, Guid appId, LogFilter filter, PageRequest page, CancellationToken cancellationToken)
        => filter.Terms.Count > 0
            ? SearchAsync(workspaceId, appId, filter, page, cancellationToken)
            : database.QueryAsync(
                $"""
                SELECT {Columns}, NULL::uuid AS match_id FROM studio.conversation c
                WHERE {LogSql.Of(workspaceId, appId, filter)}
                    AND {(page.After is { } after
                        ? SqlText.Of($"""
                            (c.updated_at, c.id) < (
                                SELECT updated_at, id FROM studio.conversation
                                WHERE workspace_id = {workspaceId} AND app_id = {appId} AND id = {after})
                            """)
                        : SqlText.Of($"true"))}
                ORDER BY c.updated_at DESC, c.id DESC LIMIT {page.Fetch}
                """,
                Read,
                cancellationToken);

    public Task<LogRow?> FindAsync(Guid workspaceId, Guid appId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns}, NULL::uuid AS match_id FROM studio.conversation c
            WHERE c.workspace_id = {workspaceId} AND c.app_id = {appId} AND c.id = {id}
            """,
            Read,
            cancellationToken);

    // A word that many messages hold fills a page from the newest of them; one that few hold is found by the index of words among those of
    // a longer time, else among all: what the index finds lies in as many places as there are hits, so a word of some thousand would be read
    // for long only to show the newest fifty. The planner cannot tell which it is, for it knows nothing of the rare ones. A conversation is
    // shown once, at its newest match; the cursor is that match.
    private async Task<List<LogRow>> SearchAsync(
        Guid workspaceId, Guid appId, LogFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var terms = filter.Terms.ToArray();
        var before = page.After is { } after ? SqlText.Of($"message_id < {after}") : SqlText.Of($"true");
        var newest = await ShowAsync(
            SqlText.Of($"""
                SELECT message_id, conversation_id FROM (
                    SELECT message_id, conversation_id, terms FROM studio.message_text WHERE app_id = {appId} AND {before}
                    ORDER BY message_id DESC LIMIT {Newest}) newest
                WHERE terms @> {terms}
                """),
            SqlText.Of($"""
                NOT EXISTS (
                    SELECT FROM studio.message_text later
                    WHERE later.conversation_id = hit.conversation_id AND later.message_id > hit.message_id
                        AND later.terms @> {terms} OFFSET 0)
                """));
        if (newest.Count == page.Fetch || await OldestOfNewestAsync() is not { } oldest)
        {
            return newest;
        }

        var recent = await IndexedAsync(SqlText.Of($"message_id >= {Border(oldest, page.After)}"));
        return recent.Count == page.Fetch ? recent : await IndexedAsync(SqlText.Of($"true"));

        // Null when there are no others.
        Task<Guid?> OldestOfNewestAsync() => database.ScalarAsync<Guid?>(
            $"""
            SELECT message_id FROM studio.message_text WHERE app_id = {appId} AND {before}
            ORDER BY message_id DESC OFFSET {Newest} LIMIT 1
            """,
            cancellationToken);

        Task<List<LogRow>> IndexedAsync(SqlText range) => ShowAsync(
            SqlText.Of($"""
                SELECT (array_agg(message_id ORDER BY message_id DESC))[1] AS message_id, conversation_id
                FROM studio.message_text WHERE terms @> {terms} AND app_id = {appId} AND {range} GROUP BY conversation_id
                """),
            before);

        // Row by row from the newest hit on, until the page is full: OFFSET 0 keeps the planner from joining with all conversations.
        Task<List<LogRow>> ShowAsync(SqlText hits, SqlText condition) => database.QueryAsync(
            $"""
            WITH hits AS MATERIALIZED ({hits})
            SELECT {Columns}, hit.message_id AS match_id
            FROM (SELECT message_id, conversation_id FROM hits ORDER BY message_id DESC OFFSET 0) hit
                CROSS JOIN LATERAL (
                    SELECT * FROM studio.conversation c
                    WHERE c.id = hit.conversation_id AND {LogSql.Of(workspaceId, appId, filter)} OFFSET 0) c
            WHERE {condition}
            ORDER BY hit.message_id DESC LIMIT {page.Fetch}
            """,
            Read,
            cancellationToken);
    }

    // Times the span that the newest cover, counted from where the page begins.
    private Guid Border(Guid oldest, Guid? after)
    {
        var end = after is { } id ? Ids.TimeOf(id) : clock.GetUtcNow();
        var span = Longer * (end - Ids.TimeOf(oldest));
        return Ids.BorderAt(end - DateTimeOffset.UnixEpoch > span ? end - span : DateTimeOffset.UnixEpoch);
    }

    private static LogRow Read(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<string>("name"),
        row.Get<string>("source"),
        row.Get<Guid?>("user_id"),
        row.Get<Guid?>("end_user_id"),
        row.Get<string?>("external_id"),
        row.Json("inputs")!.Value,
        row.Get<string?>("introduction"),
        row.Get<int>("message_count"),
        row.Get<int>("likes"),
        row.Get<int>("dislikes"),
        row.Get<bool>("annotated"),
        row.Get<int>("errors"),
        row.Get<long>("tokens"),
        row.Get<decimal>("total_price"),
        row.Get<string?>("currency"),
        row.Get<string?>("model"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset>("updated_at"),
        row.Get<Guid?>("match_id"));
}
