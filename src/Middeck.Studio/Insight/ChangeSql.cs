using Middeck.Storage.Sql;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Insight;

/// <summary>Takes changes out of their queue.</summary>
internal static class ChangeSql
{
    /// <summary>The oldest ones; a row of nulls for one whose message is gone.</summary>
    public static SqlText Take(int batch) => SqlText.Of($"""
        WITH gone AS (
            DELETE FROM studio.message_change WHERE id IN (SELECT id FROM studio.message_change ORDER BY id LIMIT {batch})
            RETURNING *)
        SELECT m.workspace_id, m.app_id, m.conversation_id, m.id AS message_id, gone.ended, gone.likes, gone.dislikes,
            c.source, NOT c.draft AND c.source <> 'evaluation' AS counts, c.created_at = m.created_at AND NOT c.single AS begins,
            coalesce(c.user_id, c.end_user_id) AS person, m.status, coalesce(m.model, '') AS model, m.prompt_tokens,
            m.completion_tokens, m.total_price, m.currency, m.time_to_first_token, m.duration, m.created_at, m.query, m.answer
        FROM gone LEFT JOIN (studio.message m JOIN studio.conversation c ON c.id = m.conversation_id)
            ON m.id = gone.message_id
        ORDER BY gone.id
        """);

    /// <summary>The change; null when its message is gone.</summary>
    public static MessageChange? Read(Row row) => row.Get<Guid?>("message_id") is not { } message
        ? null
        : new MessageChange(
            row.Get<Guid>("workspace_id"),
            row.Get<Guid>("app_id"),
            row.Get<Guid>("conversation_id"),
            message,
            row.Get<bool>("ended"),
            row.Get<int>("likes"),
            row.Get<int>("dislikes"),
            row.Get<string>("source"),
            row.Get<bool>("counts"),
            row.Get<bool>("begins"),
            row.Get<Guid>("person"),
            row.Word<MessageStatus>("status"),
            row.Get<string>("model"),
            row.Get<int>("prompt_tokens"),
            row.Get<int>("completion_tokens"),
            row.Get<decimal>("total_price"),
            row.Get<string>("currency"),
            row.Get<double?>("time_to_first_token"),
            row.Get<double?>("duration"),
            row.Get<DateTimeOffset>("created_at"),
            row.Get<string>("query"),
            row.Get<string>("answer"));
}
