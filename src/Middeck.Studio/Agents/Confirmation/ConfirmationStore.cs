using System.Text.Json;
using Middeck.Core;
using Middeck.Storage.Sql;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Agents.Confirmation;

/// <summary>The rows of questions whether tools may be called.</summary>
internal sealed class ConfirmationStore(Database database)
{
    private static SqlText Columns => SqlText.Of(
        $"q.id, q.step_id, q.call_id, q.tool, q.label, q.icon, q.input, q.status, q.reason, q.expires_at");

    /// <summary>
    /// For a statement that calls <c>studio.message</c> <c>m</c>: a list of <see cref="ToolConfirmation"/>, null for none.
    /// </summary>
    public static SqlText OfMessage => SqlText.Of($"""
        (SELECT jsonb_agg(
            jsonb_build_object('id', q.id, 'step_id', q.step_id, 'call_id', q.call_id, 'tool', q.tool, 'label', q.label,
                'icon', q.icon, 'input', q.input, 'status', q.status, 'reason', q.reason, 'expires_at', q.expires_at)
            ORDER BY q.id)
         FROM studio.tool_confirmation q WHERE q.message_id = m.id)
        """);

    public Task InsertAsync(
        ChatRun run, ToolConfirmation question, string toolKey, DateTimeOffset now, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO studio.tool_confirmation (id, workspace_id, conversation_id, message_id, step_id, call_id,
                tool_key, tool, label, icon, input, status, created_at, expires_at)
            SELECT {question.Id}, m.workspace_id, m.conversation_id, m.id, {question.StepId}, {question.CallId}, {toolKey},
                {question.Tool}, {SqlText.Jsonb(JsonSerializer.Serialize(question.Label, Json.Snake))}, {question.Icon},
                {SqlText.Jsonb(question.Input.GetRawText())}, {question.Status}, {now}, {question.ExpiresAt}
            FROM studio.message m WHERE m.workspace_id = {run.Request.App.WorkspaceId} AND m.id = {run.Id}
            """,
            cancellationToken);

    /// <summary>The question; null when it is gone with its conversation.</summary>
    public Task<ToolConfirmation?> FindAsync(Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT {Columns} FROM studio.tool_confirmation q WHERE q.id = {id}", Read, cancellationToken);

    /// <summary>A question of a run of the person's with the app; null when there is none.</summary>
    public Task<ToolConfirmation?> FindAsync(
        Guid workspaceId, Guid appId, Person person, Guid runId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM studio.tool_confirmation q JOIN studio.message m ON m.id = q.message_id
                JOIN studio.conversation c ON c.id = m.conversation_id
            WHERE m.workspace_id = {workspaceId} AND m.app_id = {appId} AND m.id = {runId} AND q.id = {id}
                AND {PersonSql.Owns(person)}
            """,
            Read,
            cancellationToken);

    /// <summary>
    /// Writes the answer down. A single UPDATE, not load-and-save: of two answers, and of an answer and the end of the time, the
    /// first counts.
    /// </summary>
    /// <returns>False when it waits no longer.</returns>
    public async Task<bool> CloseAsync(
        Guid id, ConfirmationStatus status, string? reason, bool always, DateTimeOffset now, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE studio.tool_confirmation q SET status = {status}, reason = {reason}::text, always = {always},
                answered_at = {now}
            FROM studio.message m
            WHERE q.id = {id} AND q.status = 'waiting' AND m.id = q.message_id AND m.status = 'running'
            """,
            cancellationToken) > 0;

    /// <summary>Whether somebody allowed the tool for the rest of the conversation.</summary>
    public Task<bool> IsAlwaysAllowedAsync(Guid conversationId, string toolKey, CancellationToken cancellationToken)
        => database.ScalarAsync<bool>(
            $"""
            SELECT EXISTS (SELECT FROM studio.tool_confirmation
                WHERE conversation_id = {conversationId} AND tool_key = {toolKey} AND always AND status = 'allowed')
            """,
            cancellationToken);

    private static ToolConfirmation Read(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("step_id"),
        row.Get<Guid>("call_id"),
        row.Get<string>("tool"),
        row.Json<Tools.ToolWords>("label")!,
        row.Get<string>("icon"),
        row.Json("input")!.Value,
        row.Word<ConfirmationStatus>("status"),
        row.Get<string?>("reason"),
        row.Get<DateTimeOffset>("expires_at"));
}
