using Middeck.Knowledge.Bases;
using Middeck.Search;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>The words of bases that have outgrown the memory, in PostgreSQL.</summary>
internal sealed class DatabaseWords(Database database) : IIndexTarget
{
    /// <summary>Its name in <c>knowledge.backend_state</c>.</summary>
    public const string Backend = "database";

    private const int Batch = 200;
    private const int ClearBatch = 5_000;

    // One entry in so many is counted. How rare a word is need not be known better, and counting is most of the work.
    private const int SampleOf = 16;

    // Entries that a search may read to rank them.
    private const int MostRead = 20_000;

    string IIndexTarget.Backend => Backend;

    public async Task ReplaceAsync(KnowledgeBaseRow row, Guid documentId, CancellationToken cancellationToken)
    {
        await RemoveAsync(row.Id, documentId, cancellationToken);
        var ids = new List<Guid>(Batch);
        var words = new List<string>(Batch);
        var entries = IndexedText.Entries(
            () => SqlText.Of($"chunk.document_id = {documentId} AND chunk.base_id = {row.Id}"));

        // Written beside the reading: a document may hold a hundred thousand chunks.
        await foreach (var reader in database.StreamAsync(entries, cancellationToken))
        {
            ids.Add(reader.GetGuid(1));
            words.Add(string.Join(' ', WordMarks.Of(row.Id, reader.GetString(2))));
            if (ids.Count == Batch)
            {
                await AddAsync(row.Id, documentId, [.. ids], [.. words], cancellationToken);
                ids.Clear();
                words.Clear();
            }
        }

        await AddAsync(row.Id, documentId, [.. ids], [.. words], cancellationToken);
    }

    public async Task ClearAsync(Guid baseId, CancellationToken cancellationToken)
    {
        while (await database.ExecuteAsync(
            $"""
            DELETE FROM knowledge.word_entry
            WHERE id IN (SELECT id FROM knowledge.word_entry WHERE base_id = {baseId} LIMIT {ClearBatch})
            """,
            cancellationToken) == ClearBatch)
        {
            // Piece by piece, so that no statement runs long.
        }

        await database.ExecuteAsync($"DELETE FROM knowledge.word_count WHERE base_id = {baseId}", cancellationToken);
    }

    public Task<long> CountAsync(Guid baseId, CancellationToken cancellationToken)
        => database.ScalarAsync<long>(
            $"SELECT count(*) FROM knowledge.word_entry WHERE base_id = {baseId}", cancellationToken);

    /// <summary>Entries that hold one of the query's rarest words, by the rarity of all its words that they hold.</summary>
    public async Task<IReadOnlyList<ScoredId>> SearchAsync(
        Guid baseId, string query, int limit, IReadOnlySet<Guid>? documents, CancellationToken cancellationToken)
    {
        var words = await CountedWords.ReadAsync(
            database, baseId, WordMarks.OfQuery(baseId, query), SampleOf, cancellationToken);
        if (words.Count == 0 || limit <= 0)
        {
            return [];
        }

        var rarest = string.Join(" | ", CountedWords.Rarest(words, MostRead).Select(static word => WordMarks.Quote(word.Word)));
        string[] queries = [.. words.Select(static word => WordMarks.Quote(word.Word))];
        float[] weights = [.. words.Select(static word => word.Weight)];
        var wanted = documents is null ? SqlText.Empty : SqlText.Of($"AND document_id = ANY({documents.ToArray()})");
        return await database.QueryAsync(
            $"""
            SELECT hit.id, (SELECT sum(asked.weight)::real
                            FROM unnest({queries}::text[]::tsquery[], {weights}) AS asked (word, weight)
                            WHERE hit.words @@ asked.word) AS score
            FROM (SELECT id, words FROM knowledge.word_entry
                  WHERE words @@ {rarest}::tsquery AND base_id = {baseId} {wanted} LIMIT {MostRead}) AS hit
            ORDER BY score DESC, hit.id LIMIT {limit}
            """,
            static row => new ScoredId(row.At<Guid>(0), row.At<float>(1)),
            cancellationToken);
    }

    private static bool IsSampled(Guid id) => id.ToByteArray(bigEndian: true)[15] % SampleOf == 0;

    private async Task AddAsync(
        Guid baseId, Guid documentId, Guid[] ids, string[] words, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
        {
            return;
        }

        string[] sampled = [.. ids.Zip(words).Where(static pair => IsSampled(pair.First)).Select(static pair => pair.Second)];
        await database.InTransactionAsync(
            async sql =>
            {
                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO knowledge.word_entry (id, base_id, document_id, words)
                    SELECT new.id, {baseId}, {documentId}, array_to_tsvector(string_to_array(new.words, ' '))
                    FROM unnest({ids}, {words}) AS new (id, words)
                    ON CONFLICT (id) DO UPDATE SET words = excluded.words
                    """,
                    cancellationToken);
                await CountAsync(sql, baseId, sampled, 1, cancellationToken);
            },
            cancellationToken);
    }

    private Task RemoveAsync(Guid baseId, Guid documentId, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                var removed = await sql.QueryAsync(
                    $"""
                    DELETE FROM knowledge.word_entry WHERE document_id = {documentId}
                    RETURNING id, CASE WHEN get_byte(uuid_send(id), 15) % {SampleOf} = 0
                                       THEN array_to_string(tsvector_to_array(words), ' ') END
                    """,
                    static row => row.At<string?>(1),
                    cancellationToken);
                await CountAsync(sql, baseId, [.. removed.OfType<string>()], -1, cancellationToken);
            },
            cancellationToken);

    private static async Task CountAsync(
        ISql sql, Guid baseId, string[] entries, int sign, CancellationToken cancellationToken)
    {
        if (entries.Length == 0)
        {
            return;
        }

        var any = WordMarks.Any;
        await sql.ExecuteAsync(
            $"""
            INSERT INTO knowledge.word_count (base_id, word, entries)
            SELECT {baseId}, word, count(*) * {sign}
            FROM unnest({entries}) AS entry (words), unnest(string_to_array(entry.words, ' ') || {any}::text) AS word
            GROUP BY word ORDER BY word
            ON CONFLICT (base_id, word) DO UPDATE SET entries = word_count.entries + excluded.entries
            """,
            cancellationToken);
    }
}
