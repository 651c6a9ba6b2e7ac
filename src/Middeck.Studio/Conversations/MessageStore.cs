using Middeck.Storage.Sql;

namespace Middeck.Studio.Conversations;

/// <summary>Reads questions and answers.</summary>
internal sealed class MessageStore(Database database)
{
    private static SqlText Columns => SqlText.Of($"""
        m.id, m.conversation_id, m.query, m.inputs, m.answer, m.status, m.error_code, m.error, m.citations, f.rating,
        m.model, m.prompt_tokens, m.completion_tokens, m.time_to_first_token, m.duration, m.created_at
        """);

    /// <summary>The latest messages before one, newest first.</summary>
    public Task<List<MessageRow>> ListBeforeAsync(
        Guid workspaceId, Guid conversationId, Guid? before, int fetch, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {Columns} FROM studio.message m LEFT JOIN studio.feedback f ON f.message_id = m.id
            WHERE m.workspace_id = {workspaceId} AND m.conversation_id = {conversationId}
                AND {(before is { } id ? SqlText.Of($"m.id < {id}") : SqlText.Of($"true"))}
            ORDER BY m.id DESC LIMIT {fetch}
            """,
            Read,
            cancellationToken);

    /// <summary>A message of the person; null when there is none.</summary>
    public Task<MessageRow?> FindAsync(
        Guid workspaceId, Person person, Guid? appId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM studio.message m
                JOIN studio.conversation c ON c.id = m.conversation_id
                LEFT JOIN studio.feedback f ON f.message_id = m.id
            WHERE m.workspace_id = {workspaceId} AND m.id = {id} AND {PersonSql.Owns(person)}
                AND {(appId is { } app ? SqlText.Of($"m.app_id = {app}") : SqlText.Of($"true"))}
            """,
            Read,
            cancellationToken);

    /// <summary>A message of anybody with the app; null when there is none.</summary>
    public Task<MessageRow?> FindOfAppAsync(
        Guid workspaceId, Guid appId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM studio.message m LEFT JOIN studio.feedback f ON f.message_id = m.id
            WHERE m.workspace_id = {workspaceId} AND m.app_id = {appId} AND m.id = {id}
            """,
            Read,
            cancellationToken);

    /// <summary>Whether any question of the workspace was answered.</summary>
    public Task<bool> AnyAnsweredAsync(Guid workspaceId, CancellationToken cancellationToken)
        => database.ScalarAsync<bool>(
            $"""
            SELECT EXISTS (
                SELECT FROM studio.message WHERE workspace_id = {workspaceId} AND status = 'completed')
            """,
            cancellationToken);

    private static MessageRow Read(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("conversation_id"),
        row.Get<string>("query"),
        row.Json("inputs")!.Value,
        row.Get<string>("answer"),
        row.Word<MessageStatus>("status"),
        row.Get<string?>("error_code"),
        row.Get<string?>("error"),
        row.Json<List<Citation>>("citations")!,
        row.Get<string?>("rating"),
        row.Get<string?>("model"),
        row.Get<int>("prompt_tokens"),
        row.Get<int>("completion_tokens"),
        row.Get<double?>("time_to_first_token"),
        row.Get<double?>("duration"),
        row.Get<DateTimeOffset>("created_at"));
}
