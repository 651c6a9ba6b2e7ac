using Middeck.Core.Identifiers;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Variables;

/// <summary>The rows of conversation variables.</summary>
internal sealed class VariableStore(Database database, TimeProvider clock)
{
    /// <summary>Gives a conversation the variables that it has not, and those whose type has changed their default.</summary>
    /// <returns>All of the conversation.</returns>
    public async Task<List<VariableRow>> EnsureAsync(
        Guid workspaceId,
        Guid conversationId,
        IReadOnlyList<VariableDefinition> definitions,
        CancellationToken cancellationToken)
    {
        Guid[] ids = [.. definitions.Select(_ => Ids.New(clock))];
        string[] names = [.. definitions.Select(definition => definition.Name)];
        string[] types = [.. definitions.Select(definition => definition.Type)];
        string[] values = [.. definitions.Select(definition => definition.DefaultJson)];
        string[] descriptions = [.. definitions.Select(definition => definition.Description)];
        var now = clock.GetUtcNow();
        // A conversation that was deleted meanwhile gets none.
        await database.ExecuteAsync(
            $"""
            INSERT INTO studio.conversation_variable AS kept
                (id, workspace_id, conversation_id, name, value_type, value, description, created_at, updated_at)
            SELECT made.id, {workspaceId}, c.id, made.name, made.type, made.value::jsonb, made.description, {now}, {now}
            FROM unnest({ids}, {names}, {types}, {values}, {descriptions}) AS made (id, name, type, value, description)
            JOIN studio.conversation c ON c.id = {conversationId} AND c.workspace_id = {workspaceId}
            ON CONFLICT (conversation_id, name) DO UPDATE SET
                value_type = excluded.value_type, value = excluded.value, updated_at = excluded.updated_at
            WHERE kept.value_type <> excluded.value_type
            """,
            cancellationToken);
        return await database.QueryAsync(
            $"""
            SELECT * FROM studio.conversation_variable
            WHERE workspace_id = {workspaceId} AND conversation_id = {conversationId}
            """,
            VariableRow.From,
            cancellationToken);
    }

    /// <summary>In the order in which they were made.</summary>
    public Task<List<VariableRow>> ListAsync(
        Guid workspaceId,
        Guid conversationId,
        Guid? after,
        string? name,
        int fetch,
        CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT * FROM studio.conversation_variable
            WHERE workspace_id = {workspaceId} AND conversation_id = {conversationId}
                AND ({after}::uuid IS NULL OR id > {after}::uuid) AND ({name}::text IS NULL OR name = {name}::text)
            ORDER BY id LIMIT {fetch}
            """,
            VariableRow.From,
            cancellationToken);

    public Task<VariableRow?> FindAsync(
        Guid workspaceId, Guid conversationId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT * FROM studio.conversation_variable
            WHERE workspace_id = {workspaceId} AND conversation_id = {conversationId} AND id = {id}
            """,
            VariableRow.From,
            cancellationToken);

    /// <summary>Sets the value; null when the variable is gone or has become one of another type.</summary>
    public Task<VariableRow?> SetAsync(
        Guid workspaceId, VariableRow variable, string json, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE studio.conversation_variable SET value = {SqlText.Jsonb(json)}, updated_at = {clock.GetUtcNow()}
            WHERE workspace_id = {workspaceId} AND id = {variable.Id} AND value_type = {variable.ValueType}
            RETURNING *
            """,
            VariableRow.From,
            cancellationToken);

    /// <summary>Sets the value of the variable of that name, whatever its type is; nothing when the conversation has none.</summary>
    public Task SetAsync(
        Guid workspaceId, Guid conversationId, string name, string json, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.conversation_variable SET value = {SqlText.Jsonb(json)}, updated_at = {clock.GetUtcNow()}
            WHERE workspace_id = {workspaceId} AND conversation_id = {conversationId} AND name = {name}
            """,
            cancellationToken);
}
