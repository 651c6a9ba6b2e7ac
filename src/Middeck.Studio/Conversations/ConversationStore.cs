using Middeck.Storage.Sql;

namespace Middeck.Studio.Conversations;

/// <summary>The rows of conversations.</summary>
internal sealed class ConversationStore(Database database)
{
    private static SqlText Columns => SqlText.Of($"""
        c.id, c.app_id, a.name AS app_name, a.icon AS app_icon, c.name, c.inputs, c.introduction, c.message_count,
        c.created_at, c.updated_at
        """);

    public Task<List<ConversationRow>> ListAsync(ConversationQuery query, CancellationToken cancellationToken)
    {
        var column = query.Order.ByUpdate ? SqlText.Of($"updated_at") : SqlText.Of($"created_at");
        var beyond = query.Order.NewestFirst ? SqlText.Of($"<") : SqlText.Of($">");
        var direction = query.Order.NewestFirst ? SqlText.Of($"DESC") : SqlText.Of($"ASC");
        return database.QueryAsync(
            $"""
            SELECT {Columns} FROM studio.conversation c JOIN studio.app a ON a.id = c.app_id AND a.deleted_at IS NULL
            WHERE c.workspace_id = {query.WorkspaceId} AND {PersonSql.Owns(query.Person)} AND c.draft = {query.Draft}
                AND NOT c.single
                AND {(query.AppId is { } app ? SqlText.Of($"c.app_id = {app}") : SqlText.Of($"true"))}
                AND {(query.Search is { } text
                    ? SqlText.Of($"""
                        (strpos(lower(c.name), lower({text})) > 0 OR EXISTS (
                            SELECT FROM studio.message m
                            WHERE m.conversation_id = c.id AND strpos(lower(m.query), lower({text})) > 0))
                        """)
                    : SqlText.Of($"true"))}
                AND {(query.After is { } after
                    ? SqlText.Of($"""
                        (c.{column}, c.id) {beyond} (
                            SELECT {column}, id FROM studio.conversation
                            WHERE workspace_id = {query.WorkspaceId} AND id = {after})
                        """)
                    : SqlText.Of($"true"))}
            ORDER BY c.{column} {direction}, c.id {direction} LIMIT {query.Fetch}
            """,
            Read,
            cancellationToken);
    }

    public Task<ConversationRow?> FindAsync(
        Guid workspaceId, Person person, Guid? appId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM studio.conversation c JOIN studio.app a ON a.id = c.app_id AND a.deleted_at IS NULL
            WHERE c.workspace_id = {workspaceId} AND {PersonSql.Owns(person)} AND c.id = {id}
                AND {(appId is { } app ? SqlText.Of($"c.app_id = {app}") : SqlText.Of($"true"))}
            """,
            Read,
            cancellationToken);

    public Task RenameAsync(Guid workspaceId, Guid id, string name, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE studio.conversation SET name = {name} WHERE workspace_id = {workspaceId} AND id = {id}",
            cancellationToken);

    /// <summary>Deletes the conversation with its messages and files.</summary>
    public async Task<DeletedConversation> DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => await database.FirstOrDefaultAsync(
            $"""
            WITH message AS (
                SELECT m.id, m.status, t.object_id
                FROM studio.message m LEFT JOIN studio.message_trace t ON t.message_id = m.id
                WHERE m.workspace_id = {workspaceId} AND m.conversation_id = {id}),
            file AS (
                DELETE FROM studio.file WHERE workspace_id = {workspaceId} AND conversation_id = {id}
                RETURNING object_id, text_object_id),
            gone AS (DELETE FROM studio.conversation WHERE workspace_id = {workspaceId} AND id = {id})
            SELECT
                ARRAY(SELECT id FROM message WHERE status = 'running') AS runs,
                ARRAY(
                    SELECT object_id FROM message WHERE object_id IS NOT NULL
                    UNION SELECT object_id FROM file
                    UNION SELECT text_object_id FROM file WHERE text_object_id IS NOT NULL) AS objects
            """,
            static row => new DeletedConversation(row.Get<Guid[]>("runs"), row.Get<Guid[]>("objects")),
            cancellationToken) ?? new DeletedConversation([], []);

    /// <summary>Makes the latest message below one of the conversation's the last that is read.</summary>
    /// <returns>That message; null when the conversation has no such message.</returns>
    public Task<Guid?> ChooseAsync(
        Guid workspaceId, Guid id, Guid messageId, CancellationToken cancellationToken)
        => database.ScalarAsync<Guid?>(
            $"""
            WITH RECURSIVE branch AS (
                SELECT id, 1 AS depth FROM studio.message
                WHERE workspace_id = {workspaceId} AND conversation_id = {id} AND id = {messageId}
                UNION ALL
                SELECT child.id, branch.depth + 1 FROM branch CROSS JOIN LATERAL (
                    SELECT m.id FROM studio.message m WHERE m.conversation_id = {id} AND m.parent_id = branch.id
                    ORDER BY m.id DESC LIMIT 1) child)
            UPDATE studio.conversation SET current_message_id = (SELECT id FROM branch ORDER BY depth DESC LIMIT 1)
            WHERE workspace_id = {workspaceId} AND id = {id} AND EXISTS (SELECT FROM branch)
            RETURNING current_message_id
            """,
            cancellationToken);

    /// <summary>Deletes a batch of the conversations, of all workspaces, that nothing was said in since.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> TrimAsync(DateTimeOffset before, int batch, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            DELETE FROM studio.conversation WHERE id IN (
                SELECT id FROM studio.conversation WHERE updated_at < {before} ORDER BY updated_at LIMIT {batch})
            """,
            cancellationToken);

    /// <summary>The first question; null when there is none.</summary>
    public Task<string?> FirstQueryAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.ScalarAsync<string>(
            $"""
            SELECT query FROM studio.message WHERE workspace_id = {workspaceId} AND conversation_id = {id}
            ORDER BY id LIMIT 1
            """,
            cancellationToken);

    private static ConversationRow Read(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("app_id"),
        row.Get<string>("app_name"),
        row.Get<string?>("app_icon"),
        row.Get<string>("name"),
        row.Json("inputs")!.Value,
        row.Get<string?>("introduction"),
        row.Get<int>("message_count"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset>("updated_at"));
}
