using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Knowledge.Ingestion;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Enrichment;

/// <summary>What a model wrote about the chunks of a document's next generation. Each chunk is committed by itself.</summary>
internal sealed class EnrichmentStore(Database database, IngestionStore ingestion, TimeProvider clock)
{
    private const string Failed = "failed";
    private const string Done = "done";

    /// <summary>The next chunks that no model was asked about, in the order of the text.</summary>
    public Task<List<PendingChunk>> PendingAsync(DocumentRow row, int count, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id, position, content, heading, page, place, start_offset, coalesce(source_length, word_count)
            FROM knowledge.chunk
            WHERE document_id = {row.Id} AND generation = {row.Generation + 1} AND enrichment IS NULL
            ORDER BY position LIMIT {count}
            """,
            static found => new PendingChunk(
                found.At<Guid>(0),
                found.At<int>(1),
                found.At<string>(2),
                found.At<string?>(3),
                found.At<int?>(4),
                found.At<string?>(5),
                found.At<int>(6),
                found.At<int>(7)),
            cancellationToken);

    /// <summary>How many chunks there are, how many wait, and of how many a model made nothing.</summary>
    public async Task<(int All, int Pending, int Failed)> CountAsync(DocumentRow row, CancellationToken cancellationToken)
        => await database.FirstOrDefaultAsync(
            $"""
            SELECT count(*), count(*) FILTER (WHERE enrichment IS NULL), count(*) FILTER (WHERE enrichment = {Failed})
            FROM knowledge.chunk WHERE document_id = {row.Id} AND generation = {row.Generation + 1}
            """,
            static found => ((int)found.At<long>(0), (int)found.At<long>(1), (int)found.At<long>(2)),
            cancellationToken);

    public async Task<string> BeginningAsync(DocumentRow row, CancellationToken cancellationToken)
        => string.Join('\n', await database.QueryAsync(
            $"""
            SELECT content FROM knowledge.chunk WHERE document_id = {row.Id} AND generation = {row.Generation + 1}
            ORDER BY position LIMIT 3
            """,
            static found => found.At<string>(0),
            cancellationToken));

    public Task SaveFailureAsync(DocumentRow row, Guid chunkId, CancellationToken cancellationToken)
        => WhileOursAsync(
            row,
            sql => sql.ExecuteAsync(
                $"UPDATE knowledge.chunk SET enrichment = {Failed} WHERE id = {chunkId}", cancellationToken),
            cancellationToken);

    /// <summary>There is no model to ask: all that wait stay as they are.</summary>
    public Task SaveFailuresAsync(DocumentRow row, CancellationToken cancellationToken)
        => WhileOursAsync(
            row,
            sql => sql.ExecuteAsync(
                $"""
                UPDATE knowledge.chunk SET enrichment = {Failed}
                WHERE document_id = {row.Id} AND generation = {row.Generation + 1} AND enrichment IS NULL
                """,
                cancellationToken),
            cancellationToken);

    public Task SaveNotesAsync(DocumentRow row, Guid chunkId, WrittenNotes notes, CancellationToken cancellationToken)
        => WhileOursAsync(
            row,
            async sql =>
            {
                await sql.ExecuteAsync(
                    $"""
                    UPDATE knowledge.chunk
                    SET enrichment = {Done}, summary = {notes.Summary},
                        context = nullif(concat_ws(chr(10), context, {notes.Context}::text), '')
                    WHERE id = {chunkId}
                    """,
                    cancellationToken);
                var questions = (notes.Questions ?? []).Select(
                    (question, index) => new ChildRow(chunkId, ChildKind.Question, index + 1, question, null));
                ChildRow[] summary = notes.Summary is null ? [] : [new(chunkId, ChildKind.Summary, 0, notes.Summary, null)];
                await ChildWriter.WriteAsync(sql, row, [.. summary, .. questions], clock, cancellationToken);
            },
            cancellationToken);

    /// <summary>Puts pairs in the place of the passage that they were written from.</summary>
    public Task SavePairsAsync(
        DocumentRow row, PendingChunk passage, IReadOnlyList<WrittenPair> pairs, CancellationToken cancellationToken)
        => WhileOursAsync(
            row,
            async sql =>
            {
                await sql.ExecuteAsync($"DELETE FROM knowledge.chunk WHERE id = {passage.Id}", cancellationToken);
                await new ChunkWriter(row, 1, passage.Position, clock).WriteAsync(
                    sql,
                    [
                        .. pairs.Take(ChunkWriter.Gap - 1).Select(pair => new ChunkDraft(
                            pair.Question, new TextRange(passage.Start, passage.SourceLength))
                        {
                            Answer = pair.Answer,
                            Heading = passage.Heading,
                            Page = passage.Page,
                            Place = passage.Place,
                        }),
                    ],
                    cancellationToken);
            },
            cancellationToken);

    /// <summary>Counts the chunks through again, after pairs took the place of passages.</summary>
    public Task RenumberAsync(DocumentRow row, CancellationToken cancellationToken)
        => WhileOursAsync(
            row,
            sql => sql.ExecuteAsync(
                $"""
                UPDATE knowledge.chunk SET position = counted.position
                FROM (SELECT id, row_number() OVER (ORDER BY position)::integer AS position FROM knowledge.chunk
                      WHERE document_id = {row.Id} AND generation = {row.Generation + 1}) AS counted
                WHERE chunk.id = counted.id AND chunk.position <> counted.position
                """,
                cancellationToken),
            cancellationToken);

    private async Task WhileOursAsync(DocumentRow row, Func<ISql, Task> work, CancellationToken cancellationToken)
    {
        if (!await ingestion.WhileOursAsync(row, work, cancellationToken))
        {
            throw new DocumentReleasedException();
        }
    }
}
