using Middeck.Storage.Sql;

namespace Middeck.Studio.Logs;

/// <summary>What is kept about messages beside them, and what operators say.</summary>
internal sealed class LogMessageStore(Database database)
{
    /// <summary>For those of the messages that have any.</summary>
    public Task<List<MessageExtras>> ExtrasAsync(Guid[] messageIds, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT given.id, f.content AS comment, o.rating, o.content, o.user_id, o.updated_at,
                (SELECT a.id FROM studio.annotation a WHERE a.message_id = given.id ORDER BY a.id DESC LIMIT 1) AS annotation_id
            FROM unnest({messageIds}) AS given (id)
                LEFT JOIN studio.feedback f ON f.message_id = given.id
                LEFT JOIN studio.operator_feedback o ON o.message_id = given.id
            """,
            static row => new MessageExtras(
                row.Get<Guid>("id"),
                row.Get<string?>("comment"),
                row.Get<Guid?>("annotation_id"),
                row.Get<string?>("rating") is { } rating
                    ? new OperatorFeedback(
                        rating, row.Get<string?>("content"), row.Get<Guid?>("user_id"), null,
                        row.Get<DateTimeOffset>("updated_at"))
                    : null),
            cancellationToken);

    /// <summary>Sets or takes back what an operator thinks. False when the app has no such message.</summary>
    public async Task<bool> RateAsync(
        Guid workspaceId,
        Guid appId,
        Guid messageId,
        Guid? userId,
        string? rating,
        string? content,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var change = rating is null
            ? SqlText.Of($"DELETE FROM studio.operator_feedback f USING found WHERE f.message_id = found.id")
            : SqlText.Of($"""
                INSERT INTO studio.operator_feedback
                    (message_id, workspace_id, app_id, user_id, rating, content, created_at, updated_at)
                SELECT id, workspace_id, app_id, {userId}::uuid, {rating}, {content}::text, {now}, {now} FROM found
                ON CONFLICT (message_id) DO UPDATE SET user_id = excluded.user_id, rating = excluded.rating,
                    content = excluded.content, updated_at = excluded.updated_at
                """);
        return await database.ScalarAsync<long>(
            $"""
            WITH found AS (
                SELECT id, workspace_id, app_id FROM studio.message
                WHERE workspace_id = {workspaceId} AND app_id = {appId} AND id = {messageId}),
            changed AS ({change})
            SELECT count(*) FROM found
            """,
            cancellationToken) > 0;
    }

    /// <summary>Messages of conversations in the order of both, for files: a batch after a place.</summary>
    public Task<List<ExportedMessage>> BatchAsync(
        Guid workspaceId, Guid[] conversationIds, ExportPlace after, int batch, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT m.conversation_id, m.id, m.parent_id, m.query, m.inputs, m.answer, m.status, m.error, m.model,
                m.prompt_tokens, m.completion_tokens, m.total_price, m.currency, m.time_to_first_token, m.duration,
                m.created_at, f.rating, f.content AS comment, o.rating AS operator_rating, o.content AS operator_comment
            FROM studio.message m
                LEFT JOIN studio.feedback f ON f.message_id = m.id
                LEFT JOIN studio.operator_feedback o ON o.message_id = m.id
            WHERE m.workspace_id = {workspaceId} AND m.conversation_id = ANY({conversationIds})
                AND (m.conversation_id, m.id) > ({after.ConversationId}, {after.MessageId})
            ORDER BY m.conversation_id, m.id LIMIT {batch}
            """,
            ExportedMessage.From,
            cancellationToken);
}
