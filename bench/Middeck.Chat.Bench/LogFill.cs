using System.Globalization;
using Middeck.Studio.Logs;
using Npgsql;

namespace Middeck.Chat.Bench;

/// <summary>
/// Fills an app with conversations of five messages each over the last 90 days: of a hundred conversations five are liked, two
/// disliked, one has an error, ten are by another model; of 1,000 one is the signed-in person's own. Words are as frequent as in
/// texts: few of them make up most.
/// </summary>
internal sealed class LogFill(NpgsqlDataSource database, Guid workspace, Guid app, Guid person)
{
    private const int Words = 20_000;
    private const int PerConversation = 5;
    private const int Batch = 250_000;

    private readonly int[] _terms = [.. Enumerable.Range(0, Words).Select(rank => SearchTerms.Of(app, Word(rank)).Single())];

    public async Task FillAsync(int messages)
    {
        await RunAsync("DROP INDEX studio.message_text_terms");
        await RunAsync(
            """
            INSERT INTO studio.end_user (id, workspace_id, app_id, external_id, created_at)
            SELECT gen_random_uuid(), $1, $2, 'user-' || i, now() FROM generate_series(1, 20000) i
            """,
            workspace, app);
        for (var done = 0; done < messages; done += Batch)
        {
            await ConversationsAsync(done, Math.Min(done + Batch, messages), messages);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Math.Min(done + Batch, messages):N0} messages"));
        }

        await RunAsync("CREATE INDEX message_text_terms ON studio.message_text USING gin (terms)");
        await SumsAsync();
        await RunAsync("VACUUM ANALYZE");
    }

    /// <summary>A word by how often it is used: 0 most, 19,999 least.</summary>
    public static string Word(int rank) => $"word{rank}";

    // Keys are in the order of time, as the platform makes them.
    private Task ConversationsAsync(int from, int to, int all) => RunAsync(
        $$"""
        WITH made AS (
            SELECT i, now() - interval '90 days' * (1 - i::float8 / {{all}}) AS at,
                (lpad(to_hex((extract(epoch FROM now() - interval '90 days' * (1 - i::float8 / {{all}})) * 1000)::bigint), 12, '0')
                    || '7' || lpad(to_hex(i % 4096), 3, '0') || '8' || lpad(to_hex(i), 15, '0'))::uuid AS id
            FROM generate_series({{from}}, {{to - 1}}) i),
        person AS (SELECT array_agg(id) AS ids FROM studio.end_user WHERE app_id = $2),
        conversation AS (
            INSERT INTO studio.conversation (id, workspace_id, app_id, user_id, end_user_id, draft, name, inputs, message_count,
                current_message_id, single, source, likes, dislikes, errors, tokens, total_price, currency, model, created_at, updated_at)
            SELECT made.id, $1, $2, CASE WHEN i % 5000 = 0 THEN $3 END,
                CASE WHEN i % 5000 <> 0 THEN person.ids[1 + i / 5 % 20000] END, false, 'Question ' || i, '{}', {{PerConversation}},
                made.id, false, CASE WHEN i % 5000 = 0 THEN 'console' ELSE 'api' END, (i % 100 = 5)::int, (i % 250 = 10)::int,
                (i % 500 = 15)::int, 1000, round((power(random(), 4))::numeric, 4), 'USD',
                CASE WHEN i % 50 = 20 THEN 'other/model' ELSE 'usual/model' END, made.at, made.at + interval '1 day' * random()
            FROM made CROSS JOIN person WHERE i % {{PerConversation}} = 0),
        message AS (
            INSERT INTO studio.message (id, workspace_id, app_id, conversation_id, parent_id, app_version, query, inputs, answer,
                status, citations, model, prompt_tokens, completion_tokens, stop_requested, created_at)
            SELECT made.id, $1, $2, first.id, before.id, 1, 'Question ' || made.i, '{}', repeat('So it is written. ', 30), 'completed',
                '[]', 'usual/model', 100, 100, false, made.at
            FROM made JOIN made first ON first.i = made.i - made.i % {{PerConversation}}
                LEFT JOIN made before ON before.i = made.i - 1 AND made.i % {{PerConversation}} <> 0)
        INSERT INTO studio.message_text (message_id, workspace_id, app_id, conversation_id, terms)
        SELECT made.id, $1, $2, first.id, ARRAY(
            SELECT DISTINCT ($4::integer[])[1 + (power(random(), 3) * {{Words - 1}})::int] FROM generate_series(1, 40 + made.i % 3))
        FROM made JOIN made first ON first.i = made.i - made.i % {{PerConversation}}
        """,
        workspace, app, person, _terms);

    private Task SumsAsync() => RunAsync(
        """
        INSERT INTO studio.insight_slot (app_id, workspace_id, slot, source, model, currency, messages, conversations, errors, likes,
            dislikes, prompt_tokens, completion_tokens, total_price, duration, first_token)
        SELECT $2, $1, date_trunc('hour', now()) - interval '30 minutes' * i, source, model, 'USD', 100, 20, 1, 2, 1, 10000, 10000, 1,
            array_fill(2, ARRAY[48]), array_fill(2, ARRAY[48])
        FROM generate_series(1, 90 * 48) i, unnest(ARRAY['api', 'console']) source, unnest(ARRAY['usual/model', 'other/model']) model
        """,
        workspace, app);

    private async Task RunAsync(string sql, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }
}
