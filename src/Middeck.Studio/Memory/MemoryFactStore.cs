using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Memory;

/// <summary>The rows of facts.</summary>
internal sealed class MemoryFactStore(Database database, TimeProvider clock)
{
    /// <summary>How many facts of a person are kept; the oldest go.</summary>
    public const int Most = 200;

    /// <summary>All of a person, newest first.</summary>
    public Task<List<MemoryFactRow>> AllAsync(MemoryOwner owner, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"SELECT * FROM studio.memory_fact WHERE {owner.Owns} ORDER BY id DESC LIMIT {Most}",
            MemoryFactRow.From,
            cancellationToken);

    public Task<List<MemoryFactRow>> ListAsync(
        MemoryOwner owner, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT * FROM studio.memory_fact
            WHERE {owner.Owns} AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            MemoryFactRow.From,
            cancellationToken);

    /// <summary>Does what a model found out, in one transaction, and keeps the newest.</summary>
    public Task ApplyAsync(
        MemoryOwner owner, IReadOnlyList<FactChange> changes, Guid messageId, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                foreach (var change in changes)
                {
                    await sql.ExecuteAsync(Statement(owner, change, messageId), cancellationToken);
                }

                await sql.ExecuteAsync(
                    $"""
                    DELETE FROM studio.memory_fact WHERE id IN (
                        SELECT id FROM studio.memory_fact WHERE {owner.Owns} ORDER BY id DESC OFFSET {Most})
                    """,
                    cancellationToken);
            },
            cancellationToken);

    /// <summary>Writes a fact anew; null when the person has no such fact.</summary>
    public Task<MemoryFactRow?> UpdateAsync(
        MemoryOwner owner, Guid id, string text, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE studio.memory_fact
            SET text = {text}, embedding = NULL, embedding_key = NULL, updated_at = {clock.GetUtcNow()}
            WHERE {owner.Owns} AND id = {id}
            RETURNING *
            """,
            MemoryFactRow.From,
            cancellationToken);

    public async Task<bool> DeleteAsync(MemoryOwner owner, Guid id, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"DELETE FROM studio.memory_fact WHERE {owner.Owns} AND id = {id}", cancellationToken) > 0;

    /// <summary>Forgets all of a person.</summary>
    /// <returns>How many facts there were.</returns>
    public Task<int> ClearAsync(MemoryOwner owner, CancellationToken cancellationToken)
        => database.ExecuteAsync($"DELETE FROM studio.memory_fact WHERE {owner.Owns}", cancellationToken);

    /// <summary>Keeps a fact's vector, unless the fact was changed meanwhile.</summary>
    public Task SaveVectorAsync(
        MemoryFactRow fact, string key, float[] vector, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.memory_fact SET embedding = {vector}, embedding_key = {key}
            WHERE id = {fact.Id} AND text = {fact.Text}
            """,
            cancellationToken);

    /// <summary>Whether the app has the end user.</summary>
    public Task<bool> HasEndUserAsync(
        Guid workspaceId, Guid appId, Guid endUserId, CancellationToken cancellationToken)
        => database.ScalarAsync<bool>(
            $"""
            SELECT EXISTS (
                SELECT FROM studio.end_user
                WHERE workspace_id = {workspaceId} AND app_id = {appId} AND id = {endUserId})
            """,
            cancellationToken);

    private SqlText Statement(MemoryOwner owner, FactChange change, Guid messageId) => change switch
    {
        FactChange.Update update => SqlText.Of($"""
            UPDATE studio.memory_fact SET text = {update.Text}, source_message_id = {messageId}, embedding = NULL,
                embedding_key = NULL, updated_at = {clock.GetUtcNow()}
            WHERE {owner.Owns} AND id = {update.Id}
            """),
        FactChange.Delete delete => SqlText.Of($"DELETE FROM studio.memory_fact WHERE {owner.Owns} AND id = {delete.Id}"),
        FactChange.Add add => SqlText.Of($"""
            INSERT INTO studio.memory_fact
                (id, workspace_id, app_id, user_id, end_user_id, text, source_message_id, created_at, updated_at)
            SELECT {Ids.New(clock)}, workspace_id, id, {owner.Person.UserId}::uuid, {owner.Person.EndUserId}::uuid,
                {add.Text}, {messageId}, {clock.GetUtcNow()}, {clock.GetUtcNow()}
            FROM studio.app WHERE workspace_id = {owner.WorkspaceId} AND id = {owner.AppId}
            """),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
