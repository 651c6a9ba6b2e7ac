using Middeck.Storage.Sql;
using Middeck.Studio.Logs;

namespace Middeck.Studio.Insight;

/// <summary>Adds changes to the sums, one statement for each kind of sum.</summary>
internal static class SumSql
{
    private static readonly TimeSpan Half = TimeSpan.FromMinutes(30);

    public static SqlText Slots(IReadOnlyList<MessageChange> changes)
    {
        var sums = new Dictionary<SlotKey, SlotSum>();
        foreach (var change in changes)
        {
            var key = new SlotKey(
                change.WorkspaceId, change.AppId, SlotOf(change.At), change.Source, change.Model, change.Currency);
            Of(sums, key).Add(change);
        }

        return Add(sums);
    }

    /// <summary>The same by days (UTC), whose slot is their beginning.</summary>
    public static SqlText Days(IReadOnlyList<(SlotKey Key, SlotSum Sum)> slots)
    {
        var sums = new Dictionary<SlotKey, SlotSum>();
        foreach (var (key, sum) in slots)
        {
            Of(sums, key with { Slot = new DateTimeOffset(key.Slot.UtcDateTime.Date, TimeSpan.Zero) }).Add(sum);
        }

        return Add(sums);
    }

    private static SlotSum Of(Dictionary<SlotKey, SlotSum> sums, SlotKey key)
        => sums.TryGetValue(key, out var sum) ? sum : sums[key] = new SlotSum();

    private static SqlText Add(Dictionary<SlotKey, SlotSum> sums)
    {
        var rows = sums.ToArray();
        return SqlText.Of($"""
            INSERT INTO studio.insight_slot AS slot
                (app_id, workspace_id, slot, source, model, currency, messages, conversations, errors, likes, dislikes,
                prompt_tokens, completion_tokens, total_price, duration, first_token)
            SELECT made.app_id, made.workspace_id, made.slot, made.source, made.model, made.currency, made.messages,
                made.conversations, made.errors, made.likes, made.dislikes, made.prompt_tokens, made.completion_tokens,
                made.total_price, made.duration::int[], made.first_token::int[]
            FROM unnest(
                {Column(rows, row => row.Key.AppId)}, {Column(rows, row => row.Key.WorkspaceId)},
                {Column(rows, row => row.Key.Slot)}, {Column(rows, row => row.Key.Source)},
                {Column(rows, row => row.Key.Model)}, {Column(rows, row => row.Key.Currency)},
                {Column(rows, row => row.Value.Messages)}, {Column(rows, row => row.Value.Conversations)},
                {Column(rows, row => row.Value.Errors)}, {Column(rows, row => row.Value.Likes)},
                {Column(rows, row => row.Value.Dislikes)}, {Column(rows, row => row.Value.PromptTokens)},
                {Column(rows, row => row.Value.CompletionTokens)},
                {Column(rows, row => row.Value.Prices.GetValueOrDefault(row.Key.Currency))},
                {Column(rows, row => Literal(row.Value.Duration))}, {Column(rows, row => Literal(row.Value.FirstToken))})
                AS made (app_id, workspace_id, slot, source, model, currency, messages, conversations, errors, likes,
                    dislikes, prompt_tokens, completion_tokens, total_price, duration, first_token)
            ON CONFLICT (app_id, slot, source, model, currency) DO UPDATE SET
                messages = slot.messages + excluded.messages,
                conversations = slot.conversations + excluded.conversations,
                errors = slot.errors + excluded.errors,
                likes = slot.likes + excluded.likes,
                dislikes = slot.dislikes + excluded.dislikes,
                prompt_tokens = slot.prompt_tokens + excluded.prompt_tokens,
                completion_tokens = slot.completion_tokens + excluded.completion_tokens,
                total_price = slot.total_price + excluded.total_price,
                duration = {Added(SqlText.Of($"duration"))},
                first_token = {Added(SqlText.Of($"first_token"))}
            """);
    }

    public static SqlText Persons(IReadOnlyList<MessageChange> changes)
    {
        var rows = changes
            .GroupBy(change => (
                change.WorkspaceId, change.AppId, Day: DateOnly.FromDateTime(change.At.UtcDateTime), change.Source, change.Person))
            .Select(group => (group.Key, Slots: group.Aggregate(0L, (slots, change) => slots | BitOf(change.At))))
            .ToArray();
        return SqlText.Of($"""
            INSERT INTO studio.insight_person AS known (app_id, workspace_id, day, source, person, slots)
            SELECT * FROM unnest(
                {Column(rows, row => row.Key.AppId)}, {Column(rows, row => row.Key.WorkspaceId)},
                {Column(rows, row => row.Key.Day)}, {Column(rows, row => row.Key.Source)},
                {Column(rows, row => row.Key.Person)}, {Column(rows, row => row.Slots)})
            ON CONFLICT (app_id, day, source, person) DO UPDATE SET slots = known.slots | excluded.slots
            """);
    }

    public static SqlText Conversations(IReadOnlyList<MessageChange> changes)
    {
        var rows = changes.GroupBy(change => change.ConversationId).Select(group =>
        {
            var sum = new SlotSum();
            foreach (var change in group)
            {
                sum.Add(change);
            }

            return (Id: group.Key, Sum: sum, Last: group.LastOrDefault(change => change.Ended));
        }).ToArray();
        return SqlText.Of($"""
            UPDATE studio.conversation c SET
                likes = c.likes + made.likes, dislikes = c.dislikes + made.dislikes, errors = c.errors + made.errors,
                tokens = c.tokens + made.tokens, total_price = c.total_price + made.price,
                currency = coalesce(made.currency, c.currency), model = coalesce(made.model, c.model)
            FROM unnest(
                {Column(rows, row => row.Id)}, {Column(rows, row => (int)row.Sum.Likes)},
                {Column(rows, row => (int)row.Sum.Dislikes)}, {Column(rows, row => (int)row.Sum.Errors)},
                {Column(rows, row => row.Sum.PromptTokens + row.Sum.CompletionTokens)},
                {Column(rows, row => row.Sum.Prices.Values.Sum())}, {Column(rows, row => row.Last?.Currency)},
                {Column(rows, row => row.Last is { Model.Length: > 0 } last ? last.Model : null)})
                AS made (id, likes, dislikes, errors, tokens, price, currency, model)
            WHERE c.id = made.id
            """);
    }

    public static SqlText Texts(IReadOnlyList<MessageChange> changes) => SqlText.Of($"""
        INSERT INTO studio.message_text (message_id, workspace_id, app_id, conversation_id, terms)
        SELECT made.message_id, made.workspace_id, made.app_id, made.conversation_id, made.terms::int[]
        FROM unnest(
            {Column(changes, change => change.MessageId)}, {Column(changes, change => change.WorkspaceId)},
            {Column(changes, change => change.AppId)}, {Column(changes, change => change.ConversationId)},
            {Column(changes, change => Literal(SearchTerms.Of(change.AppId, change.Query, change.Answer)))})
            AS made (message_id, workspace_id, app_id, conversation_id, terms)
        ON CONFLICT (message_id) DO UPDATE SET terms = excluded.terms
        """);

    private static DateTimeOffset SlotOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % Half.Ticks), TimeSpan.Zero);

    private static long BitOf(DateTimeOffset at) => 1L << (int)(at.UtcDateTime.TimeOfDay / Half);

    private static SqlText Added(SqlText column) => SqlText.Of($"""
        ARRAY(SELECT a + b FROM unnest(slot.{column}, excluded.{column}) WITH ORDINALITY AS step (a, b, place) ORDER BY place)
        """);

    // Lists of lists have no form that the driver sends; their text has.
    private static string Literal<T>(IEnumerable<T> numbers) => $"{{{string.Join(',', numbers)}}}";

    private static TValue[] Column<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value) => [.. rows.Select(value)];
}
