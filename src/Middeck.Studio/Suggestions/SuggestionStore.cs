using System.Text.Json;
using Middeck.Core;
using Middeck.Storage.Sql;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Suggestions;

/// <summary>Reads what questions are made from, and keeps them beside the answer.</summary>
internal sealed class SuggestionStore(Database database)
{
    /// <summary>A message of the person; null when there is none.</summary>
    public Task<SuggestionSource?> FindAsync(
        Guid workspaceId, Person person, Guid? appId, Guid messageId, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT m.app_id, c.draft, m.status, m.query, m.answer, m.citations, m.suggested_questions
            FROM studio.message m JOIN studio.conversation c ON c.id = m.conversation_id
            WHERE m.workspace_id = {workspaceId} AND m.id = {messageId} AND {PersonSql.Owns(person)}
                AND {(appId is { } app ? SqlText.Of($"m.app_id = {app}") : SqlText.Of($"true"))}
            """,
            static row => new SuggestionSource(
                row.Get<Guid>("app_id"),
                row.Get<bool>("draft"),
                row.Word<MessageStatus>("status"),
                row.Get<string>("query"),
                row.Get<string>("answer"),
                row.Json<List<Citation>>("citations")!,
                row.Json<List<string>>("suggested_questions")),
            cancellationToken);

    /// <summary>The questions that are kept beside an answer; null for none.</summary>
    public async Task<IReadOnlyList<string>?> KeptAsync(
        Guid workspaceId, Guid messageId, CancellationToken cancellationToken)
        => await database.FirstOrDefaultAsync(
            $"SELECT suggested_questions FROM studio.message WHERE workspace_id = {workspaceId} AND id = {messageId}",
            static row => row.Json<List<string>>("suggested_questions"),
            cancellationToken);

    /// <summary>The turns that lead to a message with it, oldest first.</summary>
    public Task<List<ChatTurn>> TurnsAsync(
        Guid workspaceId, Guid messageId, int turns, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            WITH RECURSIVE branch AS (
                SELECT id, parent_id, query, answer, 1 AS depth FROM studio.message
                WHERE workspace_id = {workspaceId} AND id = {messageId}
                UNION ALL
                SELECT m.id, m.parent_id, m.query, m.answer, branch.depth + 1
                FROM branch JOIN studio.message m ON m.id = branch.parent_id
                WHERE branch.depth < {turns})
            SELECT query, answer FROM branch WHERE answer <> '' ORDER BY depth DESC
            """,
            static row => new ChatTurn(row.At<string>(0), row.At<string>(1)),
            cancellationToken);

    /// <summary>Keeps the questions, unless others were kept meanwhile.</summary>
    /// <returns>Those that are kept now; null when the message is gone.</returns>
    public Task<List<string>?> SaveAsync(
        Guid workspaceId, Guid messageId, IReadOnlyList<string> questions, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE studio.message
            SET suggested_questions = coalesce(
                suggested_questions, {SqlText.Jsonb(JsonSerializer.Serialize(questions, Json.Snake))})
            WHERE workspace_id = {workspaceId} AND id = {messageId}
            RETURNING suggested_questions
            """,
            static row => row.Json<List<string>>("suggested_questions"),
            cancellationToken);
}
