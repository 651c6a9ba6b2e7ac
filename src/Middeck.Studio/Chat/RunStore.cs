using System.Text.Json;
using Middeck.Core;
using Middeck.Storage.Sql;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Chat;

/// <summary>The rows of runs: a message while it is being answered, under the lease of a node.</summary>
internal sealed class RunStore(Database database)
{
    /// <summary>How long a lease lasts without being renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>What a new question needs of its conversation; null when the person has no such conversation with the app.</summary>
    public async Task<ConversationState?> FindConversationAsync(
        ChatRequest request, Guid conversationId, int turns, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT c.inputs, m.query, m.answer FROM studio.conversation c
            LEFT JOIN LATERAL (
                SELECT id, query, answer FROM studio.message
                WHERE conversation_id = c.id AND status IN ('completed', 'stopped') AND answer <> ''
                ORDER BY id DESC LIMIT {turns}) m ON true
            WHERE c.workspace_id = {request.App.WorkspaceId} AND c.app_id = {request.App.Id} AND c.id = {conversationId}
                AND {PersonSql.Owns(request.Person)} AND c.draft = {request.IsDraft}
            ORDER BY m.id
            """,
            static row => (
                Inputs: row.Json("inputs")!.Value,
                Query: row.Get<string?>("query"),
                Answer: row.Get<string?>("answer")),
            cancellationToken);
        return rows.Count == 0
            ? null
            : new ConversationState(
                rows[0].Inputs,
                [.. rows.Where(row => row.Query is not null).Select(row => new ChatTurn(row.Query!, row.Answer!))]);
    }

    /// <summary>Writes the message, and the conversation when it begins with it, in one statement. False when the conversation is gone.</summary>
    public async Task<bool> InsertAsync(NewRun start, Guid node, CancellationToken cancellationToken)
    {
        var run = start.Run;
        var request = run.Request;
        var inputs = SqlText.Jsonb(start.Inputs);
        var conversation = start.ConversationName is { } name
            ? SqlText.Of($"""
                INSERT INTO studio.conversation (id, workspace_id, app_id, user_id, end_user_id, draft, name, inputs,
                    introduction, message_count, created_at, updated_at)
                VALUES ({run.ConversationId}, {request.App.WorkspaceId}, {request.App.Id}, {request.Person.UserId}::uuid,
                    {request.Person.EndUserId}::uuid, {request.IsDraft}, {name}, {SqlText.Jsonb(start.Inputs)},
                    {start.Introduction}::text, 1, {run.CreatedAt}, {run.CreatedAt})
                RETURNING id
                """)
            : SqlText.Of($"""
                UPDATE studio.conversation SET message_count = message_count + 1, updated_at = {run.CreatedAt}
                WHERE workspace_id = {request.App.WorkspaceId} AND id = {run.ConversationId}
                RETURNING id
                """);
        return await database.ExecuteAsync(
            $"""
            WITH conversation AS ({conversation})
            INSERT INTO studio.message (id, workspace_id, app_id, conversation_id, app_version, query, inputs, answer,
                status, citations, model, prompt_tokens, completion_tokens, stop_requested, lease_owner,
                lease_expires_at, created_at)
            SELECT {run.Id}, {request.App.WorkspaceId}, {request.App.Id}, conversation.id, {request.App.Version}::integer,
                {request.Query}, {inputs}, '', 'running', '[]', {run.Model}::text, 0, 0, false, {node},
                {run.CreatedAt + Lease}, {run.CreatedAt}
            FROM conversation
            """,
            cancellationToken) > 0;
    }

    /// <summary>Keeps what was written until now, so that it survives the node.</summary>
    public Task SaveAnswersAsync(Guid[] ids, string[] answers, Guid node, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.message m SET answer = part.answer
            FROM unnest({ids}, {answers}) AS part(id, answer)
            WHERE m.id = part.id AND m.status = 'running' AND m.lease_owner = {node}
            """,
            cancellationToken);

    /// <summary>Renews the node's leases.</summary>
    /// <returns>The runs that are still the node's own.</returns>
    public Task<List<Guid>> RenewAsync(
        Guid[] ids, Guid node, DateTimeOffset now, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            UPDATE studio.message SET lease_expires_at = {now + Lease}
            WHERE id = ANY({ids}) AND status = 'running' AND lease_owner = {node}
            RETURNING id
            """,
            static row => row.At<Guid>(0),
            cancellationToken);

    /// <summary>The node's runs that somebody asked to stop.</summary>
    public Task<List<Guid>> StopRequestsAsync(Guid node, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id FROM studio.message WHERE status = 'running' AND lease_owner = {node} AND stop_requested
            """,
            static row => row.At<Guid>(0),
            cancellationToken);

    /// <summary>Asks the node that runs it to stop. False when the person has no such run.</summary>
    public async Task<bool> RequestStopAsync(
        Guid workspaceId, Guid appId, Person person, Guid id, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE studio.message m SET stop_requested = true FROM studio.conversation c
            WHERE m.workspace_id = {workspaceId} AND m.app_id = {appId} AND m.id = {id} AND m.status = 'running'
                AND c.id = m.conversation_id AND {PersonSql.Owns(person)}
            """,
            cancellationToken) > 0;

    /// <summary>Writes the end. False when the run is not the node's any more.</summary>
    public async Task<bool> FinishAsync(
        ChatRun run, RunResult result, Guid node, DateTimeOffset now, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE studio.message SET status = {result.Status}, answer = {result.Answer},
                error_code = {result.Failure?.Code}::text, error = {result.Failure?.Message}::text,
                citations = {SqlText.Jsonb(JsonSerializer.Serialize(result.Citations, Json.Snake))},
                prompt_tokens = {result.Usage.PromptTokens}, completion_tokens = {result.Usage.CompletionTokens},
                time_to_first_token = {result.Usage.TimeToFirstToken}::double precision,
                duration = {result.Usage.Duration}, finished_at = {now}, lease_owner = NULL, lease_expires_at = NULL
            WHERE workspace_id = {run.Request.App.WorkspaceId} AND id = {run.Id} AND status = 'running'
                AND lease_owner = {node}
            """,
            cancellationToken) > 0;

    /// <summary>Closes the runs of nodes that stopped renewing their leases. A single UPDATE: a node that renews at this moment wins.</summary>
    public Task<int> CloseExpiredAsync(DateTimeOffset now, string sentence, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.message SET
                status = CASE WHEN stop_requested THEN 'stopped' ELSE 'failed' END,
                error_code = CASE WHEN stop_requested THEN NULL ELSE 'internal_server_error' END,
                error = CASE WHEN stop_requested THEN NULL ELSE {sentence} END,
                finished_at = {now}, lease_owner = NULL, lease_expires_at = NULL
            WHERE status = 'running' AND lease_expires_at < {now}
            """,
            cancellationToken);
}
