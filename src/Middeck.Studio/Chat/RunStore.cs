using System.Text.Json;
using Middeck.Core;
using Middeck.Storage.Sql;
using Middeck.Studio.Agents;
using Middeck.Studio.Agents.Confirmation;
using Middeck.Studio.Apps;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Chat;

/// <summary>The rows of runs: a message while it is being answered, under the lease of a node.</summary>
internal sealed class RunStore(Database database)
{
    /// <summary>How long a lease lasts without being renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    // Of a branch, so many messages are looked at for turns that were answered.
    private const int LongestChain = 500;

    /// <summary>What a new question needs of its conversation; null when the person has no such conversation with the app.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>messages.not_found</c>: the message to follow is none of the conversation.</exception>
    public async Task<ConversationState?> FindConversationAsync(
        ChatRequest request, Guid conversationId, int turns, CancellationToken cancellationToken)
    {
        var parent = request.Parent is { } chosen
            ? SqlText.Of($"{chosen.Id}::uuid")
            : SqlText.Of($"c.current_message_id");
        var rows = await database.QueryAsync(
            $"""
            WITH RECURSIVE conversation AS (
                SELECT c.id, c.inputs, {parent} AS parent_id FROM studio.conversation c
                WHERE c.workspace_id = {request.App.WorkspaceId} AND c.app_id = {request.App.Id}
                    AND c.id = {conversationId} AND {PersonSql.Owns(request.Person)} AND c.draft = {request.IsDraft}),
            chain AS (
                SELECT m.id, m.parent_id, m.query, m.answer, m.status, 1 AS depth
                FROM conversation c JOIN studio.message m ON m.conversation_id = c.id AND m.id = c.parent_id
                UNION ALL
                SELECT m.id, m.parent_id, m.query, m.answer, m.status, chain.depth + 1
                FROM chain JOIN studio.message m ON m.id = chain.parent_id
                WHERE chain.depth < {LongestChain})
            SELECT c.inputs, c.parent_id, EXISTS (SELECT FROM chain WHERE id = c.parent_id) AS parent_found,
                turn.id AS message_id, turn.query, turn.answer
            FROM conversation c LEFT JOIN LATERAL (
                SELECT id, query, answer, depth FROM chain
                WHERE status IN ('completed', 'stopped') AND answer <> ''
                ORDER BY depth LIMIT {turns}) turn ON true
            ORDER BY turn.depth DESC
            """,
            static row => (
                Inputs: row.Json("inputs")!.Value,
                ParentId: row.Get<Guid?>("parent_id"),
                ParentFound: row.Get<bool>("parent_found"),
                MessageId: row.Get<Guid?>("message_id"),
                Query: row.Get<string?>("query"),
                Answer: row.Get<string?>("answer")),
            cancellationToken);
        if (rows is not [var first, ..])
        {
            return null;
        }

        return first.ParentId is not null && !first.ParentFound
            ? throw ConversationFaults.MessageNotFound()
            : new ConversationState(
                first.Inputs,
                first.ParentId,
                [.. rows.Where(row => row.MessageId is not null)
                    .Select(row => new ChatTurn(row.Query!, row.Answer!) { MessageId = row.MessageId!.Value })]);
    }

    /// <summary>Writes the message with its files, and the conversation when it begins with it, in one statement. False when the conversation is gone.</summary>
    public async Task<bool> InsertAsync(NewRun start, Guid node, CancellationToken cancellationToken)
    {
        var run = start.Run;
        var request = run.Request;
        var inputs = SqlText.Jsonb(start.Inputs);
        var conversation = start.ConversationName is { } name
            ? SqlText.Of($"""
                INSERT INTO studio.conversation (id, workspace_id, app_id, user_id, end_user_id, draft, name, inputs,
                    introduction, message_count, current_message_id, single, source, created_at, updated_at)
                VALUES ({run.ConversationId}, {request.App.WorkspaceId}, {request.App.Id}, {request.Person.UserId}::uuid,
                    {request.Person.EndUserId}::uuid, {request.IsDraft}, {name}, {SqlText.Jsonb(start.Inputs)},
                    {start.Introduction}::text, 1, {run.Id}, {AppMode.IsSingle(request.App.Mode)}, {request.Place},
                    {run.CreatedAt}, {run.CreatedAt})
                RETURNING id
                """)
            : SqlText.Of($"""
                UPDATE studio.conversation SET message_count = message_count + 1, current_message_id = {run.Id},
                    updated_at = {run.CreatedAt}
                WHERE workspace_id = {request.App.WorkspaceId} AND id = {run.ConversationId}
                RETURNING id
                """);
        var files = start.Files.Select(used => used.File.Id).ToArray();
        var variables = start.Files.Select(used => used.Variable).ToArray();
        return await database.ScalarAsync<long>(
            $"""
            WITH conversation AS ({conversation}),
            message AS (
                INSERT INTO studio.message (id, workspace_id, app_id, conversation_id, parent_id, app_version, query,
                    inputs, answer, status, citations, model, prompt_tokens, completion_tokens, stop_requested,
                    lease_owner, lease_expires_at, created_at)
                SELECT {run.Id}, {request.App.WorkspaceId}, {request.App.Id}, conversation.id, {run.ParentId}::uuid,
                    {request.App.Version}::integer, {request.Query}, {inputs}, '', 'running', '[]', {run.Model}::text, 0, 0,
                    false, {node}, {run.CreatedAt + Lease}, {run.CreatedAt}
                FROM conversation
                RETURNING id, conversation_id),
            claimed AS (
                UPDATE studio.file SET conversation_id = message.conversation_id FROM message
                WHERE file.id = ANY({files}) AND file.conversation_id IS NULL),
            used AS (
                INSERT INTO studio.message_file (message_id, position, file_id, variable)
                SELECT message.id, given.position, given.id, given.variable
                FROM message CROSS JOIN unnest({files}, {variables}::text[])
                    WITH ORDINALITY AS given (id, variable, position))
            SELECT count(*) FROM message
            """,
            cancellationToken) > 0;
    }

    /// <summary>A run of the person's with the app, wherever it is; null when there is none.</summary>
    public Task<RunRow?> FindAsync(
        Guid workspaceId, Guid appId, Person person, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT m.id, m.workspace_id, m.conversation_id, m.parent_id, a.mode, m.model, m.created_at, m.status, m.answer, m.citations,
                m.prompt_tokens, m.completion_tokens, m.time_to_first_token, m.duration, m.total_price, m.currency,
                m.prompt_unit_price, m.completion_unit_price, m.error_code, m.error,
                {AgentStepSql.OfMessage} AS steps, {ConfirmationStore.OfMessage} AS confirmations
            FROM studio.message m JOIN studio.conversation c ON c.id = m.conversation_id
                JOIN studio.app a ON a.id = m.app_id
            WHERE m.workspace_id = {workspaceId} AND m.app_id = {appId} AND m.id = {id} AND {PersonSql.Owns(person)}
            """,
            Read,
            cancellationToken);

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
            WITH waiting AS (
                UPDATE studio.workflow_run SET status = 'stopped', stop_requested = true, finished_at = now()
                WHERE workspace_id = {workspaceId} AND app_id = {appId} AND message_id = {id} AND status = 'paused')
            UPDATE studio.message m SET stop_requested = true FROM studio.conversation c
            WHERE m.workspace_id = {workspaceId} AND m.app_id = {appId} AND m.id = {id} AND m.status = 'running'
                AND c.id = m.conversation_id AND {PersonSql.Owns(person)}
            """,
            cancellationToken) > 0;

    /// <summary>Writes the end. False when the run is not the node's any more.</summary>
    public async Task<bool> FinishAsync(
        ChatRun run, RunResult result, Guid node, DateTimeOffset now, CancellationToken cancellationToken)
        => await database.ScalarAsync<long>(
            $"""
            WITH ended AS (UPDATE studio.message SET status = {result.Status}, answer = {result.Answer},
                error_code = {result.Code}::text, error = {result.Failure?.Message}::text,
                citations = {SqlText.Jsonb(JsonSerializer.Serialize(result.Citations, Json.Snake))},
                prompt_tokens = {result.Usage.PromptTokens}, completion_tokens = {result.Usage.CompletionTokens},
                time_to_first_token = {result.Usage.TimeToFirstToken}::double precision,
                duration = {result.Usage.Duration}, total_price = {result.Usage.TotalPrice},
                currency = {result.Usage.Currency}, prompt_unit_price = {result.Usage.PromptUnitPrice}::numeric,
                completion_unit_price = {result.Usage.CompletionUnitPrice}::numeric, finished_at = {now}, lease_owner = NULL, lease_expires_at = NULL
            WHERE workspace_id = {run.Request.App.WorkspaceId} AND id = {run.Id} AND status = 'running'
                AND lease_owner = {node}
            RETURNING id),
            {Noted}
            SELECT count(*) FROM ended
            """,
            cancellationToken) > 0;

    /// <summary>Keeps what was written and lets go of the lease: the message goes on with the run of its graph.</summary>
    public Task SuspendAsync(Guid id, string answer, Guid node, DateTimeOffset now, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.message SET answer = {answer}, lease_owner = NULL, lease_expires_at = {now}
            WHERE id = {id} AND status = 'running' AND lease_owner = {node}
            """,
            cancellationToken);

    /// <summary>Takes up the message of a graph's run that goes on here; null when it is closed or gone.</summary>
    public Task<SuspendedMessage?> TakeUpAsync(Guid id, Guid node, DateTimeOffset now, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE studio.message m SET lease_owner = {node}, lease_expires_at = {now + Lease} FROM studio.conversation c
            WHERE m.id = {id} AND m.status = 'running' AND c.id = m.conversation_id
            RETURNING m.conversation_id, m.parent_id, m.query, m.inputs, m.created_at, c.source
            """,
            static row => new SuspendedMessage(
                row.Get<Guid>("conversation_id"), row.Get<Guid?>("parent_id"), row.Get<string>("query"), row.Json("inputs")!.Value,
                row.Get<DateTimeOffset>("created_at"), row.Get<string>("source")),
            cancellationToken);

    /// <summary>
    /// Closes the runs of nodes that stopped renewing their leases; those whose graph goes on are taken up with it instead. A single UPDATE: a node
    /// that renews at this moment wins.
    /// </summary>
    public async Task<int> CloseExpiredAsync(DateTimeOffset now, string sentence, CancellationToken cancellationToken)
        => (int)await database.ScalarAsync<long>(
            $"""
            WITH ended AS (UPDATE studio.message SET
                status = CASE WHEN stop_requested THEN 'stopped' ELSE 'failed' END,
                error_code = CASE WHEN stop_requested THEN NULL ELSE 'internal_server_error' END,
                error = CASE WHEN stop_requested THEN NULL ELSE {sentence} END,
                finished_at = {now}, lease_owner = NULL, lease_expires_at = NULL
            WHERE status = 'running' AND lease_expires_at < {now} AND NOT EXISTS (
                SELECT FROM studio.workflow_run r WHERE r.message_id = message.id AND r.status IN ('running', 'paused'))
            RETURNING id),
            {Noted}
            SELECT count(*) FROM ended
            """,
            cancellationToken);

    // The sums take in what ended, once and after the fact.
    private static SqlText Noted => SqlText.Of($"""
        noted AS (
            INSERT INTO studio.message_change (message_id, ended, likes, dislikes) SELECT id, true, 0, 0 FROM ended)
        """);

    private static RunRow Read(Row row) => new(
        new RunHead(
            row.Get<Guid>("id"),
            row.Get<Guid>("conversation_id"),
            row.Get<Guid?>("parent_id"),
            row.Get<string>("mode"),
            row.Get<string?>("model"),
            row.Get<DateTimeOffset>("created_at")),
        row.Word<MessageStatus>("status"),
        row.Get<string>("answer"),
        row.Json<List<Citation>>("citations")!,
        new RunUsage(
            row.Get<int>("prompt_tokens"),
            row.Get<int>("completion_tokens"),
            row.Get<double?>("time_to_first_token"),
            row.Get<double?>("duration") ?? 0,
            row.Get<decimal>("total_price"),
            row.Get<string>("currency"),
            row.Get<decimal?>("prompt_unit_price"),
            row.Get<decimal?>("completion_unit_price")),
        row.Get<string?>("error_code"),
        row.Get<string?>("error"))
    {
        WorkspaceId = row.Get<Guid>("workspace_id"),
        Steps = row.Json<List<AgentStep>>("steps") ?? [],
        Confirmations = row.Json<List<ToolConfirmation>>("confirmations") ?? [],
    };
}
