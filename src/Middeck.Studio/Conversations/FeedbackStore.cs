using Middeck.Storage.Sql;

namespace Middeck.Studio.Conversations;

/// <summary>The rows of feedback: one per message, of the person whose conversation it is.</summary>
internal sealed class FeedbackStore(Database database)
{
    /// <summary>Sets or takes back the rating. False when the person has no such message.</summary>
    public async Task<bool> SaveAsync(
        Guid workspaceId,
        Person person,
        Guid? appId,
        Guid messageId,
        string? rating,
        string? content,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // Locked, so that of two ratings at once each knows what it replaces.
        return await database.InTransactionAsync(
            async sql => await sql.ScalarAsync<Guid?>(
                $"""
                SELECT m.id FROM studio.message m JOIN studio.conversation c ON c.id = m.conversation_id
                WHERE m.workspace_id = {workspaceId} AND m.id = {messageId} AND {PersonSql.Owns(person)}
                    AND {(appId is { } app ? SqlText.Of($"m.app_id = {app}") : SqlText.Of($"true"))}
                FOR UPDATE OF m
                """,
                cancellationToken) is not null
                && await sql.ExecuteAsync(Change(messageId, rating, content, now), cancellationToken) >= 0,
            cancellationToken);
    }

    private static SqlText Change(Guid messageId, string? rating, string? content, DateTimeOffset now)
    {
        var change = rating is null
            ? SqlText.Of($"DELETE FROM studio.feedback WHERE message_id = {messageId}")
            : SqlText.Of($"""
                INSERT INTO studio.feedback
                    (message_id, workspace_id, app_id, user_id, end_user_id, rating, content, created_at, updated_at)
                SELECT m.id, m.workspace_id, m.app_id, c.user_id, c.end_user_id, {rating}, {content}::text, {now}, {now}
                FROM studio.message m JOIN studio.conversation c ON c.id = m.conversation_id WHERE m.id = {messageId}
                ON CONFLICT (message_id) DO UPDATE SET
                    rating = excluded.rating, content = excluded.content, updated_at = excluded.updated_at
                """);
        // A statement sees the row as it was before it.
        return SqlText.Of($"""
            WITH before AS (
                SELECT (SELECT rating FROM studio.feedback WHERE message_id = {messageId}) AS rating, {rating}::text AS next),
            changed AS ({change})
            INSERT INTO studio.message_change (message_id, ended, likes, dislikes)
            SELECT {messageId}, false,
                (next IS NOT DISTINCT FROM 'like')::int - (rating IS NOT DISTINCT FROM 'like')::int,
                (next IS NOT DISTINCT FROM 'dislike')::int - (rating IS NOT DISTINCT FROM 'dislike')::int
            FROM before WHERE rating IS DISTINCT FROM next
            """);
    }

    /// <summary>What people think of an app's answers, newest first. Trying out a draft does not count.</summary>
    public Task<List<FeedbackRow>> ListAsync(
        Guid workspaceId, Guid appId, int skip, int take, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT f.message_id, f.app_id, m.conversation_id, f.rating, f.content, f.user_id, f.end_user_id, f.created_at, f.updated_at
            FROM studio.feedback f
            JOIN studio.message m ON m.id = f.message_id
            JOIN studio.conversation c ON c.id = m.conversation_id AND NOT c.draft
            WHERE f.workspace_id = {workspaceId} AND f.app_id = {appId}
            ORDER BY f.message_id DESC OFFSET {skip} LIMIT {take}
            """,
            static row => new FeedbackRow(
                row.Get<Guid>("message_id"), row.Get<Guid>("app_id"), row.Get<Guid>("conversation_id"), row.Get<string>("rating"),
                row.Get<string?>("content"), row.Get<Guid?>("user_id"), row.Get<Guid?>("end_user_id"),
                row.Get<DateTimeOffset>("created_at"), row.Get<DateTimeOffset>("updated_at")),
            cancellationToken);
}
