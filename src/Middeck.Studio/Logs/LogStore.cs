using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Logs;

/// <summary>Reads the conversations of an app, whosever they are.</summary>
internal sealed class LogStore(Database database)
{
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
        => database.QueryAsync(
            filter.Terms.Count > 0
                ? Matching(workspaceId, appId, filter, page)
                : SqlText.Of($"""
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
                    """),
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

    // A conversation is shown once, at its newest match: there is none after it. The cursor is that match.
    private static SqlText Matching(Guid workspaceId, Guid appId, LogFilter filter, PageRequest page)
    {
        var terms = filter.Terms.ToArray();
        return SqlText.Of($"""
            SELECT {Columns}, t.message_id AS match_id
            FROM studio.message_text t JOIN studio.conversation c ON c.id = t.conversation_id
            WHERE t.app_id = {appId} AND t.terms @> {terms} AND {LogSql.Of(workspaceId, appId, filter)}
                AND {(page.After is { } after ? SqlText.Of($"t.message_id < {after}") : SqlText.Of($"true"))}
                AND NOT EXISTS (
                    SELECT FROM studio.message_text later
                    WHERE later.conversation_id = t.conversation_id AND later.message_id > t.message_id
                        AND later.terms @> {terms})
            ORDER BY t.message_id DESC LIMIT {page.Fetch}
            """);
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
