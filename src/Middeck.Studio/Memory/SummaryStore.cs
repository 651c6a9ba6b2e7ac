using Middeck.Storage.Sql;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Memory;

/// <summary>The summaries of conversations.</summary>
internal sealed class SummaryStore(Database database, TimeProvider clock)
{
    public Task<ConversationSummary?> FindAsync(
        Guid workspaceId, Guid conversationId, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT text, through_message_id FROM studio.conversation_summary
            WHERE workspace_id = {workspaceId} AND conversation_id = {conversationId}
            """,
            static row => new ConversationSummary(row.At<string>(0), row.At<Guid>(1)),
            cancellationToken);

    /// <summary>The turns behind a message, oldest first.</summary>
    public Task<List<SummaryTurn>> TurnsAsync(
        Guid workspaceId, Guid conversationId, Guid? after, int most, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id, query, answer FROM studio.message
            WHERE workspace_id = {workspaceId} AND conversation_id = {conversationId}
                AND ({after}::uuid IS NULL OR id > {after}::uuid)
                AND status IN ('completed', 'stopped') AND answer <> ''
            ORDER BY id LIMIT {most}
            """,
            static row => new SummaryTurn(row.At<Guid>(0), new ChatTurn(row.At<string>(1), row.At<string>(2))),
            cancellationToken);

    /// <summary>Keeps a summary, unless one that reaches further was kept meanwhile or the conversation is gone.</summary>
    public Task SaveAsync(
        Guid workspaceId, Guid conversationId, ConversationSummary summary, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO studio.conversation_summary AS kept
                (conversation_id, workspace_id, text, through_message_id, updated_at)
            SELECT id, workspace_id, {summary.Text}, {summary.Through}, {clock.GetUtcNow()}
            FROM studio.conversation WHERE workspace_id = {workspaceId} AND id = {conversationId}
            ON CONFLICT (conversation_id) DO UPDATE SET
                text = excluded.text, through_message_id = excluded.through_message_id, updated_at = excluded.updated_at
            WHERE kept.through_message_id < excluded.through_message_id
            """,
            cancellationToken);
}
