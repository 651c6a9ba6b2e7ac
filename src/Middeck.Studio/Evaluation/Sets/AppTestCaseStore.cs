using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Sets;

/// <summary>The rows of cases. Whatever changes them tells their set.</summary>
internal sealed class AppTestCaseStore(Database database, TimeProvider clock)
{
    private static SqlText Columns => SqlText.Of(
        $"id, question, inputs, expected, rules, note, message_id, created_at, updated_at");

    public Task<List<AppTestCase>> ListAsync(Guid setId, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {Columns} FROM studio.test_case
            WHERE set_id = {setId} AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            Read,
            cancellationToken);

    /// <summary>How many say what should be answered.</summary>
    public Task<int> CountExpectedAsync(Guid setId, CancellationToken cancellationToken)
        => database.ScalarAsync<int>(
            $"SELECT count(expected)::int FROM studio.test_case WHERE set_id = {setId}", cancellationToken);

    /// <summary>Writes all of them or none.</summary>
    /// <returns>The new ones' keys in their order; null when there would be too many.</returns>
    public Task<Guid[]?> InsertAsync(
        Guid workspaceId, Guid setId, IReadOnlyList<CaseText> cases, int most, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                // The lock makes two who add at once be counted one after the other.
                await sql.ExecuteAsync(Changed(setId), cancellationToken);
                var count = await sql.ScalarAsync<long>(
                    $"SELECT count(*) FROM studio.test_case WHERE set_id = {setId}", cancellationToken);
                if (count + cases.Count > most)
                {
                    return null;
                }

                Guid[] ids = [.. cases.Select(_ => Ids.New(clock))];
                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO studio.test_case
                        (id, workspace_id, set_id, question, inputs, expected, rules, note, message_id, created_at, updated_at)
                    SELECT made.id, {workspaceId}, {setId}, made.question, made.inputs::jsonb, made.expected, made.rules::jsonb,
                        made.note, made.message_id, {clock.GetUtcNow()}, {clock.GetUtcNow()}
                    FROM unnest(
                        {ids}, {cases.Select(made => made.Question).ToArray()},
                        {cases.Select(made => made.Inputs.GetRawText()).ToArray()},
                        {cases.Select(made => made.Expected).ToArray()},
                        {cases.Select(made => JsonSerializer.Serialize(made.Rules, Json.Snake)).ToArray()},
                        {cases.Select(made => made.Note).ToArray()}, {cases.Select(made => made.MessageId).ToArray()})
                        AS made (id, question, inputs, expected, rules, note, message_id)
                    """,
                    cancellationToken);
                return ids;
            },
            cancellationToken);

    public Task<AppTestCase?> FindAsync(Guid setId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT {Columns} FROM studio.test_case WHERE set_id = {setId} AND id = {id}", Read, cancellationToken);

    public Task<AppTestCase?> UpdateAsync(Guid setId, Guid id, CaseText text, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            WITH told AS ({Changed(setId)} RETURNING id)
            UPDATE studio.test_case SET question = {text.Question}, inputs = {SqlText.Jsonb(text.Inputs.GetRawText())},
                expected = {text.Expected}::text, rules = {SqlText.Jsonb(JsonSerializer.Serialize(text.Rules, Json.Snake))},
                note = {text.Note}::text, updated_at = {clock.GetUtcNow()}
            WHERE set_id = {setId} AND id = {id}
            RETURNING {Columns}
            """,
            Read,
            cancellationToken);

    public async Task<bool> DeleteAsync(Guid setId, Guid id, CancellationToken cancellationToken)
        => await database.ScalarAsync<long>(
            $"""
            WITH told AS ({Changed(setId)} RETURNING id),
            gone AS (DELETE FROM studio.test_case WHERE set_id = {setId} AND id = {id} RETURNING id)
            SELECT count(*) FROM gone
            """,
            cancellationToken) > 0;

    /// <summary>What was asked and answered in messages of an app, as cases; in the order of the messages.</summary>
    public Task<List<CaseText>> FromMessagesAsync(
        Guid workspaceId, Guid appId, Guid[] messageIds, bool keepAnswers, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT m.id, m.query, m.inputs, CASE WHEN {keepAnswers} THEN coalesce(
                (SELECT a.answer FROM studio.annotation a WHERE a.message_id = m.id ORDER BY a.id DESC LIMIT 1),
                nullif(m.answer, '')) END AS expected
            FROM studio.message m
            WHERE m.workspace_id = {workspaceId} AND m.app_id = {appId} AND m.id = ANY({messageIds})
            ORDER BY m.id
            """,
            static row => new CaseText(
                row.Get<string>("query"), row.Json("inputs")!.Value, row.Get<string?>("expected"), [], null, row.Get<Guid>("id")),
            cancellationToken);

    private SqlText Changed(Guid setId)
        => SqlText.Of($"UPDATE studio.test_set SET cases_changed_at = {clock.GetUtcNow()} WHERE id = {setId}");

    private static AppTestCase Read(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<string>("question"),
        row.Json("inputs")!.Value,
        row.Get<string?>("expected"),
        row.Json<List<TestRule>>("rules")!,
        row.Get<string?>("note"),
        row.Get<Guid?>("message_id"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset>("updated_at"));
}
