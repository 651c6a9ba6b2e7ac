using System.Text.Json;
using Middeck.Core;
using Middeck.Storage.Sql;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Agents;

/// <summary>The rows of steps.</summary>
internal sealed class AgentStepStore(Database database)
{
    /// <summary>Writes a step, or what it has come to. Nothing is kept for a message that is gone.</summary>
    public Task SaveAsync(ChatRun run, AgentStep step, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO studio.agent_step (id, workspace_id, message_id, position, thought, calls, answer_end, created_at,
                duration)
            SELECT {step.Id}, m.workspace_id, m.id, {step.Position}, {step.Thought},
                {SqlText.Jsonb(JsonSerializer.Serialize(step.Calls, Json.Snake))}, {step.AnswerEnd}, {step.CreatedAt},
                {step.Duration}::double precision
            FROM studio.message m WHERE m.workspace_id = {run.Request.App.WorkspaceId} AND m.id = {run.Id}
            ON CONFLICT (id) DO UPDATE SET thought = excluded.thought, calls = excluded.calls,
                answer_end = excluded.answer_end, duration = excluded.duration
            """,
            cancellationToken);
}
