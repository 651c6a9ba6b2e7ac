using Middeck.Storage.Sql;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Memory;

/// <summary>The summaries of conversations.</summary>
internal sealed class SummaryStore(Database database, TimeProvider clock)
{
    // As far back as a branch is looked at.
    private const int LongestBranch = 500;

    /// <summary>The summary of what leads to a message; null when there is none, or it is one of another branch.</summary>
    public Task<ConversationSummary?> FindAsync(
        Guid workspaceId, Guid conversationId, Guid messageId, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            WITH RECURSIVE branch AS (
                SELECT id, parent_id, 1 AS depth FROM studio.message
                WHERE workspace_id = {workspaceId} AND conversation_id = {conversationId} AND id = {messageId}
                UNION ALL
                SELECT m.id, m.parent_id, branch.depth + 1 FROM branch JOIN studio.message m ON m.id = branch.parent_id
                WHERE branch.depth < {LongestBranch})
            SELECT text, through_message_id FROM studio.conversation_summary
            WHERE workspace_id = {workspaceId} AND conversation_id = {conversationId}
                AND through_message_id IN (SELECT id FROM branch)
            """,
            static row => new ConversationSummary(row.At<string>(0), row.At<Guid>(1)),
            cancellationToken);

    /// <summary>The turns that lead to a message with it, behind another one, oldest first.</summary>
    public Task<List<SummaryTurn>> TurnsAsync(
        Guid workspaceId, Guid messageId, Guid? after, int most, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            WITH RECURSIVE branch AS (
                SELECT id, parent_id, query, answer, status, 1 AS depth FROM studio.message
                WHERE workspace_id = {workspaceId} AND id = {messageId}
                UNION ALL
                SELECT m.id, m.parent_id, m.query, m.answer, m.status, branch.depth + 1
                FROM branch JOIN studio.message m ON m.id = branch.parent_id
                WHERE m.id IS DISTINCT FROM {after}::uuid AND branch.depth < {LongestBranch})
            SELECT id, query, answer FROM branch
            WHERE status IN ('completed', 'stopped') AND answer <> ''
            ORDER BY depth DESC LIMIT {most}
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
