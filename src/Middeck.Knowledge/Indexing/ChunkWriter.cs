using Middeck.Core.Identifiers;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Ingestion;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Indexing;

/// <summary>Writes the chunks of a document inside a transaction.</summary>
internal static class ChunkWriter
{
    private const int Batch = 500;

    public static async Task ReplaceAsync(
        ISql sql,
        DocumentRow document,
        CleanText text,
        IReadOnlyList<TextRange> chunks,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        // What an interrupted attempt has left of this generation.
        var generation = document.Generation + 1;
        await sql.ExecuteAsync(
            $"DELETE FROM knowledge.chunk WHERE document_id = {document.Id} AND generation = {generation}", cancellationToken);
        var position = 0;
        foreach (var batch in chunks.Chunk(Batch))
        {
            var ids = Array.ConvertAll(batch, _ => Ids.New(clock));
            var positions = Array.ConvertAll(batch, _ => ++position);
            var contents = Array.ConvertAll(batch, range => text.Text.Substring(range.Start, range.Length));
            var pages = Array.ConvertAll(batch, range => text.PageAt(range.Start));
            var starts = Array.ConvertAll(batch, range => range.Start);
            var lengths = Array.ConvertAll(batch, range => range.Length);
            await sql.ExecuteAsync(
                $"""
                INSERT INTO knowledge.chunk (id, workspace_id, base_id, document_id, generation, position, content, page,
                                             start_offset, word_count)
                SELECT new.id, {document.WorkspaceId}, {document.BaseId}, {document.Id}, {generation}, new.position, new.content, new.page,
                       new.start_offset, new.word_count
                FROM unnest({ids}, {positions}, {contents}, {pages}, {starts}, {lengths})
                     AS new (id, position, content, page, start_offset, word_count)
                """,
                cancellationToken);
        }
    }
}
