using System.Text.Json;
using Middeck.Storage.Sql;
using Middeck.Studio.Workflows.Forms;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>Writes batches of the journal: one transaction in one round trip.</summary>
internal sealed class JournalStore(Database database, LargeTexts texts)
{
    /// <summary>How long a lease lasts without being renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public async Task WriteAsync(IReadOnlyList<JournalEntry> batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var statements = new List<SqlText>(4);
        if (Of<JournalEntry.Begun>(batch) is { Count: > 0 } begun)
        {
            statements.Add(Insert(begun, now));
        }

        if (Of<JournalEntry.Happened>(batch) is { Count: > 0 } happened)
        {
            statements.Add(Insert(await OffloadAsync(happened, cancellationToken)));
        }

        if (Of<JournalEntry.Attempted>(batch) is { Count: > 0 } attempted)
        {
            statements.Add(SqlText.Of($"""
                UPDATE studio.workflow_run run SET attempted = array_append(run.attempted, given.key)
                FROM unnest({Column(attempted, row => row.Run)}, {Column(attempted, row => row.NodeKey)}) AS given (id, key)
                WHERE run.id = given.id
                """));
        }

        foreach (var asked in Of<JournalEntry.Asked>(batch))
        {
            statements.Add(Insert(asked, now));
            if (asked.Letters.Count > 0)
            {
                statements.Add(FormMailStore.Insert(asked.Form.FormId, asked.Letters, now));
            }
        }

        if (Of<JournalEntry.Ended>(batch) is { Count: > 0 } ended)
        {
            statements.Add(End(ended));
        }

        if (statements.Count > 0)
        {
            await database.ExecuteAllAsync(statements, cancellationToken);
        }
    }

    private async Task<List<JournalEntry.Happened>> OffloadAsync(
        List<JournalEntry.Happened> rows, CancellationToken cancellationToken)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (LargeTexts.IsLarge(row.Body))
            {
                row = row with { Body = "", BodyObject = await texts.PutAsync(row.Workspace, row.Body, cancellationToken) };
            }

            if (LargeTexts.IsLarge(row.Record))
            {
                row = row with { Record = null, RecordObject = await texts.PutAsync(row.Workspace, row.Record!, cancellationToken) };
            }

            rows[i] = row;
        }

        return rows;
    }

    private static List<T> Of<T>(IReadOnlyList<JournalEntry> batch) where T : JournalEntry => [.. batch.OfType<T>()];

    private static T[] Column<TEntry, T>(List<TEntry> rows, Func<TEntry, T> of)
    {
        var column = new T[rows.Count];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = of(rows[i]);
        }

        return column;
    }

    // An app that was just deleted takes its runs with it.
    private static SqlText Insert(List<JournalEntry.Begun> rows, DateTimeOffset now)
    {
        var lease = now + Lease;
        return SqlText.Of($"""
            INSERT INTO studio.workflow_run (id, workspace_id, app_id, version, draft_hash, source, user_id, end_user_id, end_user,
                key_id, message_id, only_node, start, inputs, status, lease_owner, lease_expires_at, created_at)
            SELECT given.id, app.workspace_id, app.id, given.version, given.draft_hash, given.source, given.user_id,
                given.end_user_id, given.end_user, given.key_id, given.message_id, given.only_node, given.start,
                given.inputs::jsonb, 'running', given.node, {lease}, given.created_at
            FROM unnest({Column(rows, row => row.Run.Id)}, {Column(rows, row => row.Run.Start.App.Id)},
                {Column(rows, row => row.Run.Start.App.Version)}, {Column(rows, row => row.DraftHash)},
                {Column(rows, row => SnakeCase.Of(row.Run.Start.Source.ToString()))},
                {Column(rows, row => row.Run.Start.Person.UserId)}, {Column(rows, row => row.Run.Start.Person.EndUserId)},
                {Column(rows, row => row.Run.Start.EndUser)}::text[], {Column(rows, row => row.Run.Start.KeyId)},
                {Column(rows, row => row.Run.Start.Chat?.Id)}, {Column(rows, row => row.Run.Start.OnlyNodeId)}::text[],
                {Column(rows, row => row.Start)}, {Column(rows, row => row.Inputs)}, {Column(rows, row => row.Node)},
                {Column(rows, row => row.Run.CreatedAt)})
                AS given (id, app_id, version, draft_hash, source, user_id, end_user_id, end_user, key_id, message_id, only_node,
                    start, inputs, node, created_at)
            JOIN studio.app app ON app.id = given.app_id
            WHERE {Durability.Relaxed}
            """);
    }

    private static SqlText Insert(List<JournalEntry.Happened> rows) => SqlText.Of($"""
        INSERT INTO studio.workflow_event (run_id, sequence, name, body, text_length, node_key, record, body_object, record_object)
        SELECT given.* FROM unnest({Column(rows, row => row.Run)}, {Column(rows, row => row.Sequence)},
            {Column(rows, row => row.Name)}, {Column(rows, row => row.Body)}, {Column(rows, row => row.TextLength)},
            {Column(rows, row => row.NodeKey)}::text[], {Column(rows, row => row.Record)}::text[],
            {Column(rows, row => row.BodyObject)}, {Column(rows, row => row.RecordObject)})
            AS given (run_id, sequence, name, body, text_length, node_key, record, body_object, record_object)
        JOIN studio.workflow_run run ON run.id = given.run_id
        WHERE {Durability.Relaxed}
        """);

    private static SqlText Insert(JournalEntry.Asked asked, DateTimeOffset now)
    {
        var (form, request) = (asked.Form, asked.Request);
        return SqlText.Of($"""
            INSERT INTO studio.workflow_form (id, workspace_id, run_id, node_key, node_id, node_title, token, content, inputs,
                actions, defaults, expires_at, created_at)
            SELECT {form.FormId}, run.workspace_id, run.id, {form.Key}, {form.NodeId}, {form.NodeTitle}, {asked.Token}, {form.Content},
                {SqlText.Jsonb(Text(request.Inputs))}, {SqlText.Jsonb(Text(request.Actions))},
                {SqlText.Jsonb(Segment.Of(request.Defaults).ToJson())}, {form.ExpiresAt}, {now}
            FROM studio.workflow_run run WHERE run.id = {asked.Run.Id}
            ON CONFLICT (id) DO NOTHING
            """);
    }

    // Only by the node that has the lease: another one may have taken the run up.
    private static SqlText End(List<JournalEntry.Ended> rows) => SqlText.Of($"""
        UPDATE studio.workflow_run run SET status = given.status, outputs = given.outputs::jsonb, error = given.error,
            elapsed = given.elapsed, total_tokens = given.tokens, total_price = given.price, currency = given.currency,
            total_steps = given.steps, exceptions = given.exceptions, lease_owner = NULL, lease_expires_at = NULL,
            finished_at = given.finished_at
        FROM unnest({Column(rows, row => row.Run.Id)}, {Column(rows, row => row.Node)}, {Column(rows, row => row.End.Status)},
            {Column(rows, row => row.End.Outputs)}, {Column(rows, row => row.End.Error)}::text[],
            {Column(rows, row => row.End.Elapsed)}, {Column(rows, row => row.End.Usage.TotalTokens)},
            {Column(rows, row => row.End.Usage.TotalPrice)}, {Column(rows, row => row.End.Usage.Currency)},
            {Column(rows, row => row.End.Steps)}, {Column(rows, row => row.End.Exceptions)},
            {Column(rows, row => row.End.IsPause ? (DateTimeOffset?)null : row.End.At)})
            AS given (id, node, status, outputs, error, elapsed, tokens, price, currency, steps, exceptions, finished_at)
        WHERE run.id = given.id AND run.status = 'running' AND run.lease_owner = given.node AND {Durability.Relaxed}
        """);

    private static string Text(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.GetRawText() : "[]";
}
