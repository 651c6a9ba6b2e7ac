using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Identifiers;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Chunks;

/// <summary>Writes chunks and their children inside a transaction.</summary>
internal static class ChunkRows
{
    private const int Batch = 500;

    /// <param name="sql">The transaction.</param>
    /// <param name="document">Whose they are; they join its present generation.</param>
    /// <param name="after">The position in front of them. Those behind it must have made room.</param>
    /// <param name="chunks">In the order of the text.</param>
    /// <param name="createdBy">Who writes them.</param>
    /// <param name="clock">Stamps them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task InsertAsync(
        ISql sql,
        DocumentRow document,
        int after,
        IReadOnlyList<DraftChunk> chunks,
        Guid? createdBy,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var position = after;
        foreach (var batch in chunks.Chunk(Batch))
        {
            var positions = Array.ConvertAll(batch, _ => ++position);
            var (ids, contents) = (Array.ConvertAll(batch, chunk => chunk.Id), Array.ConvertAll(batch, chunk => chunk.Content));
            var keywords = Array.ConvertAll(batch, chunk => JsonSerializer.Serialize(chunk.Keywords, Json.Snake));
            await sql.ExecuteAsync(
                $"""
                INSERT INTO knowledge.chunk (id, workspace_id, base_id, document_id, generation, position, content, answer,
                                             keywords, heading, place, context, summary, page, start_offset, source_length,
                                             word_count, enabled, edited, created_by, created_at, updated_at, disabled_at)
                SELECT new.id, {document.WorkspaceId}, {document.BaseId}, {document.Id}, {document.Generation}, new.position,
                       new.content, new.answer, ARRAY(SELECT jsonb_array_elements_text(new.keywords::jsonb)), new.heading,
                       new.place, new.context, new.summary, new.page, new.start_offset,
                       new.source_length, length(new.content), new.enabled,
                       new.edited, {createdBy}::uuid, {now}, {now}, CASE WHEN new.enabled THEN NULL ELSE {now} END
                FROM unnest({ids}, {positions}, {contents}, {Array.ConvertAll(batch, chunk => chunk.Answer)}, {keywords},
                            {Array.ConvertAll(batch, chunk => chunk.Heading)}, {Array.ConvertAll(batch, chunk => chunk.Place)},
                            {Array.ConvertAll(batch, chunk => chunk.Context)}, {Array.ConvertAll(batch, chunk => chunk.Summary)},
                            {Array.ConvertAll(batch, chunk => chunk.Page)}, {Array.ConvertAll(batch, chunk => chunk.StartOffset)},
                            {Array.ConvertAll(batch, chunk => chunk.Content.Length)},
                            {Array.ConvertAll(batch, chunk => chunk.Enabled)}, {Array.ConvertAll(batch, chunk => chunk.Edited)})
                     AS new (id, position, content, answer, keywords, heading, place, context, summary, page, start_offset,
                             source_length, enabled, edited)
                """,
                cancellationToken);
            await InsertChildrenAsync(
                sql, document, [.. batch.SelectMany(chunk => chunk.Children.Select(child => (chunk.Id, child)))], clock, cancellationToken);
        }
    }

    /// <summary>Writes children behind those that their chunks have.</summary>
    public static async Task InsertChildrenAsync(
        ISql sql,
        DocumentRow document,
        IReadOnlyList<(Guid ChunkId, DraftChild Child)> children,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var batch in children.Chunk(Batch))
        {
            var ids = Array.ConvertAll(batch, _ => Ids.New(clock));
            var kinds = Array.ConvertAll(batch, entry => SnakeCase.Of(entry.Child.Kind.ToString()));
            await sql.ExecuteAsync(
                $"""
                INSERT INTO knowledge.child (id, workspace_id, base_id, document_id, chunk_id, kind, position, content,
                                             start_offset, word_count, edited, created_at, updated_at)
                SELECT new.id, {document.WorkspaceId}, {document.BaseId}, {document.Id}, new.chunk_id, new.kind,
                       coalesce((SELECT max(position) FROM knowledge.child WHERE child.chunk_id = new.chunk_id), 0)
                           + row_number() OVER (PARTITION BY new.chunk_id ORDER BY new.place),
                       new.content, new.start_offset, length(new.content), new.edited, {now}, {now}
                FROM unnest({ids}, {Array.ConvertAll(batch, entry => entry.ChunkId)}, {kinds},
                            {Array.ConvertAll(batch, entry => entry.Child.Content)},
                            {Array.ConvertAll(batch, entry => entry.Child.StartOffset)},
                            {Array.ConvertAll(batch, entry => entry.Child.Edited)}) WITH ORDINALITY
                     AS new (id, chunk_id, kind, content, start_offset, edited, place)
                """,
                cancellationToken);
        }
    }

    /// <summary>Forgets the vectors of a chunk and of all that leads to it.</summary>
    public static Task ForgetVectorsAsync(ISql sql, Guid[] chunkIds, CancellationToken cancellationToken)
        => sql.ExecuteAsync(
            $"""
            DELETE FROM knowledge.embedding
            WHERE item_id = ANY({chunkIds}) OR item_id IN (SELECT id FROM knowledge.child WHERE chunk_id = ANY({chunkIds}))
            """,
            cancellationToken);

    /// <summary>Removes what leads to chunks, with its vectors.</summary>
    public static Task RemoveChildrenAsync(
        ISql sql, Guid[] chunkIds, IReadOnlyList<ChildKind> kinds, CancellationToken cancellationToken)
    {
        string[] words = [.. kinds.Select(kind => SnakeCase.Of(kind.ToString()))];
        return sql.ExecuteAsync(
            $"""
            WITH gone AS (
                DELETE FROM knowledge.child WHERE chunk_id = ANY({chunkIds}) AND kind = ANY({words}) RETURNING id)
            DELETE FROM knowledge.embedding WHERE item_id IN (SELECT id FROM gone)
            """,
            cancellationToken);
    }
}
