using Middeck.Storage.Sql;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Files;

/// <summary>The rows of files.</summary>
internal sealed class FileStore(Database database)
{
    private static SqlText Columns => SqlText.Of($"""
        f.id, f.workspace_id, f.app_id, f.user_id, f.end_user_id, f.conversation_id, f.name, f.extension, f.mime_type,
        f.kind, f.size, f.source_url, f.object_id, f.text_object_id, f.created_at
        """);

    public Task InsertAsync(StoredFile file, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO studio.file (id, workspace_id, app_id, user_id, end_user_id, conversation_id, name, extension,
                mime_type, kind, size, source_url, object_id, text_object_id, created_at)
            VALUES ({file.Id}, {file.WorkspaceId}, {file.AppId}, {file.Person.UserId}::uuid,
                {file.Person.EndUserId}::uuid, {file.ConversationId}::uuid, {file.Name}, {file.Extension},
                {file.MimeType}, {file.Kind}, {file.Size}, {file.SourceUrl}::text, {file.ObjectId},
                {file.TextObjectId}::uuid, {file.CreatedAt})
            """,
            cancellationToken);

    public Task<StoredFile?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT {Columns} FROM studio.file f WHERE f.workspace_id = {workspaceId} AND f.id = {id}",
            Read,
            cancellationToken);

    /// <summary>The files of messages, in the order in which they were given.</summary>
    /// <param name="workspaceId">The border.</param>
    /// <param name="messageIds">The messages.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<List<(Guid MessageId, UsedFile Used)>> OfMessagesAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> messageIds, CancellationToken cancellationToken)
        => messageIds.Count == 0
            ? Task.FromResult(new List<(Guid, UsedFile)>())
            : database.QueryAsync(
                $"""
                SELECT u.message_id, u.variable, {Columns}
                FROM studio.message_file u JOIN studio.file f ON f.id = u.file_id
                WHERE f.workspace_id = {workspaceId} AND u.message_id = ANY({messageIds.ToArray()})
                ORDER BY u.message_id, u.position
                """,
                static row => (row.Get<Guid>("message_id"), new UsedFile(Read(row), row.Get<string?>("variable"))),
                cancellationToken);

    /// <summary>The files in the form of a conversation.</summary>
    public Task<List<UsedFile>> OfFormAsync(
        Guid workspaceId, Guid conversationId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT u.variable, {Columns}
            FROM studio.message m JOIN studio.message_file u ON u.message_id = m.id JOIN studio.file f ON f.id = u.file_id
            WHERE m.workspace_id = {workspaceId} AND u.variable IS NOT NULL AND m.id = (
                SELECT id FROM studio.message WHERE conversation_id = {conversationId} ORDER BY id LIMIT 1)
            ORDER BY u.position
            """,
            static row => new UsedFile(Read(row), row.Get<string?>("variable")),
            cancellationToken);

    /// <summary>Gives a file that an app made to the conversation that it was made in.</summary>
    public Task ClaimAsync(Guid id, Guid conversationId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE studio.file SET conversation_id = {conversationId} WHERE id = {id}", cancellationToken);

    /// <summary>Gives files that a workflow was given, or that a node made, to the run: they go with it. What is used elsewhere stays there.</summary>
    public Task ClaimForRunAsync(Guid[] ids, Guid runId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE studio.file SET run_id = {runId} WHERE id = ANY({ids}) AND conversation_id IS NULL AND run_id IS NULL",
            cancellationToken);

    public Task SaveTextAsync(Guid id, Guid textObjectId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE studio.file SET text_object_id = {textObjectId} WHERE id = {id}", cancellationToken);

    /// <summary>Deletes a batch of the files that are used nowhere since.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> TrimAsync(DateTimeOffset before, int batch, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            DELETE FROM studio.file WHERE conversation_id IS NULL AND run_id IS NULL AND id IN (
                SELECT id FROM studio.file WHERE conversation_id IS NULL AND run_id IS NULL AND created_at < {before}
                ORDER BY created_at LIMIT {batch})
            """,
            cancellationToken);

    private static StoredFile Read(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("workspace_id"),
        row.Get<Guid>("app_id"),
        row.Get<Guid?>("user_id") is { } user ? Person.User(user) : Person.EndUser(row.Get<Guid>("end_user_id")),
        row.Get<Guid?>("conversation_id"),
        row.Get<string>("name"),
        row.Get<string>("extension"),
        row.Get<string>("mime_type"),
        row.Word<FileKind>("kind"),
        row.Get<long>("size"),
        row.Get<string?>("source_url"),
        row.Get<Guid>("object_id"),
        row.Get<Guid?>("text_object_id"),
        row.Get<DateTimeOffset>("created_at"));
}
