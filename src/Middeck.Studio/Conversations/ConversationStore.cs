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
                AND {(query.AppId is { } app ? SqlText.Of($"c.app_id = {app}") : SqlText.Of($"true"))}
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

    /// <summary>Deletes the conversation with its messages.</summary>
    /// <returns>The runs that were still going on in it.</returns>
    public Task<List<Guid>> DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            WITH running AS (
                SELECT id FROM studio.message
                WHERE workspace_id = {workspaceId} AND conversation_id = {id} AND status = 'running'),
            gone AS (DELETE FROM studio.conversation WHERE workspace_id = {workspaceId} AND id = {id})
            SELECT id FROM running
            """,
            static row => row.At<Guid>(0),
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
