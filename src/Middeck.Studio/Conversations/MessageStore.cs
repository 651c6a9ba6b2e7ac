using Middeck.Storage.Sql;
using Middeck.Studio.Agents;
using Middeck.Studio.Chat;
using Middeck.Studio.Files;

namespace Middeck.Studio.Conversations;

/// <summary>Reads questions and answers.</summary>
internal sealed class MessageStore(Database database)
{
    // Those that follow the same message stand side by side.
    private static SqlText Columns => SqlText.Of($"""
        m.id, m.conversation_id, m.parent_id, m.query, m.inputs, m.answer, m.status, m.error_code, m.error, m.citations,
        f.rating, f.content AS feedback_content, m.model, m.prompt_tokens, m.completion_tokens, m.total_price, m.currency,
        m.prompt_unit_price IS NOT NULL AS has_price, m.time_to_first_token,
        m.duration, m.created_at,
        ARRAY(
            SELECT s.id FROM studio.message s
            WHERE s.conversation_id = m.conversation_id AND s.parent_id IS NOT DISTINCT FROM m.parent_id
            ORDER BY s.id) AS siblings,
        (SELECT jsonb_agg(
            jsonb_build_object('id', x.id, 'name', x.name, 'mime_type', x.mime_type, 'kind', x.kind, 'size', x.size,
                'source_url', x.source_url) ORDER BY u.position)
         FROM studio.message_file u JOIN studio.file x ON x.id = u.file_id
         WHERE u.message_id = m.id AND u.variable IS NULL) AS files,
        (SELECT jsonb_build_object(
            'id', a.id, 'account', jsonb_build_object('id', a.created_by, 'name', ''))
         FROM studio.annotation_hit h JOIN studio.annotation a ON a.id = h.annotation_id
         WHERE h.message_id = m.id ORDER BY h.id LIMIT 1) AS annotation,
        {AgentStepSql.OfMessage} AS steps
        """);

    /// <summary>The latest messages of the branch that is read, or those before one of them, newest first.</summary>
    public Task<List<MessageRow>> ListBranchAsync(
        Guid workspaceId, Guid conversationId, Guid? before, int fetch, CancellationToken cancellationToken)
    {
        var last = before is { } id
            ? SqlText.Of($"""
                SELECT parent_id FROM studio.message
                WHERE workspace_id = {workspaceId} AND conversation_id = {conversationId} AND id = {id}
                """)
            : SqlText.Of($"""
                SELECT current_message_id FROM studio.conversation
                WHERE workspace_id = {workspaceId} AND id = {conversationId}
                """);
        return ListToAsync(workspaceId, conversationId, last, fetch, cancellationToken);
    }

    /// <summary>A message of the conversation and those before it, newest first.</summary>
    public Task<List<MessageRow>> ListBranchEndingAsync(
        Guid workspaceId, Guid conversationId, Guid messageId, int fetch, CancellationToken cancellationToken)
        => ListToAsync(workspaceId, conversationId, SqlText.Of($"SELECT {messageId}"), fetch, cancellationToken);

    private Task<List<MessageRow>> ListToAsync(
        Guid workspaceId, Guid conversationId, SqlText last, int fetch, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            WITH RECURSIVE branch AS (
                SELECT id, parent_id, 1 AS depth FROM studio.message
                WHERE workspace_id = {workspaceId} AND conversation_id = {conversationId} AND id = ({last})
                UNION ALL
                SELECT m.id, m.parent_id, branch.depth + 1
                FROM branch JOIN studio.message m ON m.id = branch.parent_id
                WHERE branch.depth < {fetch})
            SELECT {Columns} FROM branch JOIN studio.message m ON m.id = branch.id
                LEFT JOIN studio.feedback f ON f.message_id = m.id
            ORDER BY branch.depth LIMIT {fetch}
            """,
            Read,
            cancellationToken);

    /// <summary>All messages of a conversation of anybody with the app, in all branches, oldest first.</summary>
    public Task<List<MessageRow>> ListAllAsync(
        Guid workspaceId, Guid appId, Guid conversationId, Guid? after, int fetch, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {Columns} FROM studio.message m LEFT JOIN studio.feedback f ON f.message_id = m.id
            WHERE m.workspace_id = {workspaceId} AND m.app_id = {appId} AND m.conversation_id = {conversationId}
                AND ({after}::uuid IS NULL OR m.id > {after}::uuid)
            ORDER BY m.id LIMIT {fetch}
            """,
            Read,
            cancellationToken);

    /// <summary>The person's runs of an app that has no conversations, or those before one of them, newest first.</summary>
    public Task<List<MessageRow>> ListSingleAsync(
        Guid workspaceId, Person person, Guid appId, bool draft, Guid? before, int fetch, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {Columns} FROM studio.conversation c JOIN studio.message m ON m.conversation_id = c.id
                LEFT JOIN studio.feedback f ON f.message_id = m.id
            WHERE c.workspace_id = {workspaceId} AND c.app_id = {appId} AND {PersonSql.Owns(person)} AND c.single
                AND c.draft = {draft} AND ({before}::uuid IS NULL OR m.id < {before}::uuid)
            ORDER BY m.id DESC LIMIT {fetch}
            """,
            Read,
            cancellationToken);

    /// <summary>What a message of the person's with the app asked; null when there is none.</summary>
    public Task<AskedMessage?> FindAskedAsync(
        Guid workspaceId, Person person, Guid appId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT m.conversation_id, m.parent_id, m.query, m.inputs, c.draft
            FROM studio.message m JOIN studio.conversation c ON c.id = m.conversation_id
            WHERE m.workspace_id = {workspaceId} AND m.app_id = {appId} AND m.id = {id} AND {PersonSql.Owns(person)}
            """,
            static row => new AskedMessage(
                row.Get<Guid>("conversation_id"),
                row.Get<Guid?>("parent_id"),
                row.Get<string>("query"),
                row.Json("inputs")!.Value,
                row.Get<bool>("draft")),
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
        row.Get<Guid?>("parent_id"),
        row.Get<Guid[]>("siblings"),
        row.Get<string>("query"),
        row.Json("inputs")!.Value,
        row.Json<List<MessageFile>>("files") ?? [],
        row.Get<string>("answer"),
        row.Word<MessageStatus>("status"),
        row.Get<string?>("error_code"),
        row.Get<string?>("error"),
        row.Json<List<Citation>>("citations")!,
        row.Get<string?>("rating"),
        row.Get<string?>("model"),
        row.Get<int>("prompt_tokens"),
        row.Get<int>("completion_tokens"),
        row.Get<decimal>("total_price"),
        row.Get<string>("currency"),
        row.Get<bool>("has_price"),
        row.Get<double?>("time_to_first_token"),
        row.Get<double?>("duration"),
        row.Get<DateTimeOffset>("created_at"))
    {
        FeedbackContent = row.Get<string?>("feedback_content"),
        Annotation = row.Json<AnnotationReply>("annotation"),
        Steps = row.Json<List<AgentStep>>("steps") ?? [],
    };
}
