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
        var message = SqlText.Of($"""
            SELECT m.id, m.workspace_id, m.app_id, c.user_id, c.end_user_id
            FROM studio.message m JOIN studio.conversation c ON c.id = m.conversation_id
            WHERE m.workspace_id = {workspaceId} AND m.id = {messageId} AND {PersonSql.Owns(person)}
                AND {(appId is { } app ? SqlText.Of($"m.app_id = {app}") : SqlText.Of($"true"))}
            """);
        var change = rating is null
            ? SqlText.Of($"DELETE FROM studio.feedback f USING found WHERE f.message_id = found.id")
            : SqlText.Of($"""
                INSERT INTO studio.feedback
                    (message_id, workspace_id, app_id, user_id, end_user_id, rating, content, created_at, updated_at)
                SELECT id, workspace_id, app_id, user_id, end_user_id, {rating}, {content}::text, {now}, {now} FROM found
                ON CONFLICT (message_id) DO UPDATE SET
                    rating = excluded.rating, content = excluded.content, updated_at = excluded.updated_at
                """);
        return await database.ScalarAsync<long>(
            $"WITH found AS ({message}), changed AS ({change}) SELECT count(*) FROM found", cancellationToken) > 0;
    }
}
