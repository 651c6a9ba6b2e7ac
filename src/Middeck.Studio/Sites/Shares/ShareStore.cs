using Middeck.Core.Identifiers;
using Middeck.Storage.Sql;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Sites.Shares;

/// <summary>The rows of shares; a conversation has at most one.</summary>
internal sealed class ShareStore(Database database, TimeProvider clock)
{
    private static SqlText Columns => SqlText.Of($"s.token, s.conversation_id, s.message_id, c.name, s.created_at");

    /// <summary>Shares the conversation as it stands; what was shared of it before keeps its address. Null when nothing was said in it.</summary>
    public async Task<ShareRow?> SaveAsync(
        Guid workspaceId, ConversationRow conversation, string newToken, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(
            $"""
            INSERT INTO studio.share (id, workspace_id, app_id, conversation_id, message_id, token, created_at)
            SELECT {Ids.New(clock)}, c.workspace_id, c.app_id, c.id, c.current_message_id, {newToken}, {clock.GetUtcNow()}
            FROM studio.conversation c
            WHERE c.workspace_id = {workspaceId} AND c.id = {conversation.Id} AND c.current_message_id IS NOT NULL
            ON CONFLICT (conversation_id) DO UPDATE SET message_id = excluded.message_id, created_at = excluded.created_at
            """,
            cancellationToken);
        return await FindOfAsync(workspaceId, conversation.Id, cancellationToken);
    }

    /// <summary>The share of a conversation; null for none.</summary>
    public Task<ShareRow?> FindOfAsync(Guid workspaceId, Guid conversationId, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM studio.share s JOIN studio.conversation c ON c.id = s.conversation_id
            WHERE s.workspace_id = {workspaceId} AND s.conversation_id = {conversationId}
            """,
            Read,
            cancellationToken);

    public Task<ShareRow?> FindAsync(Guid workspaceId, Guid appId, string token, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM studio.share s JOIN studio.conversation c ON c.id = s.conversation_id
            WHERE s.workspace_id = {workspaceId} AND s.app_id = {appId} AND s.token = {token}
            """,
            Read,
            cancellationToken);

    public Task DeleteAsync(Guid workspaceId, Guid conversationId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM studio.share WHERE workspace_id = {workspaceId} AND conversation_id = {conversationId}",
            cancellationToken);

    private static ShareRow Read(Row row) => new(
        row.Get<string>("token"),
        row.Get<Guid>("conversation_id"),
        row.Get<Guid>("message_id"),
        row.Get<string>("name"),
        row.Get<DateTimeOffset>("created_at"));
}
