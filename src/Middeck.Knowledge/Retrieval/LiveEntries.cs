using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Holds what an index found against the rows: what was deleted or switched off a moment ago is not returned.</summary>
internal sealed class LiveEntries(Database database)
{
    public async Task<Dictionary<Guid, LiveEntry>> ReadAsync(
        Guid workspaceId, Guid[] ids, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT wanted.id, coalesce(child.kind, {LiveEntry.ChunkKind}), coalesce(child.position, 0),
                   coalesce(child.content, {IndexedText.OfChunk}), chunk.id, chunk.base_id, chunk.document_id, document.name,
                   chunk.position, chunk.page, chunk.content, chunk.word_count, chunk.answer, chunk.heading, chunk.place
            FROM unnest({ids}) AS wanted (id)
            LEFT JOIN knowledge.child ON child.id = wanted.id
            JOIN knowledge.chunk ON chunk.id = coalesce(child.chunk_id, wanted.id)
            {IndexedText.JoinDocument}
            WHERE chunk.workspace_id = {workspaceId} AND chunk.enabled
            """,
            static row => new LiveEntry(
                row.At<Guid>(0), row.At<string>(1), row.At<int>(2), row.At<string>(3), ChunkOf(row, 4)),
            cancellationToken);
        return rows.ToDictionary(static entry => entry.Id);
    }

    /// <summary>The chunks around others in the same documents that may be shown, in the order of documents and positions.</summary>
    /// <param name="workspaceId">The border.</param>
    /// <param name="chunks">The chunks in the middle.</param>
    /// <param name="distance">How far around, in positions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<List<LiveChunk>> AroundAsync(
        Guid workspaceId, Guid[] chunks, int distance, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT DISTINCT ON (chunk.document_id, chunk.position)
                   chunk.id, chunk.base_id, chunk.document_id, document.name,
                   chunk.position, chunk.page, chunk.content, chunk.word_count, chunk.answer, chunk.heading, chunk.place
            FROM knowledge.chunk AS middle
            JOIN knowledge.chunk ON chunk.document_id = middle.document_id AND chunk.generation = middle.generation
                AND chunk.position BETWEEN middle.position - {distance} AND middle.position + {distance}
            {IndexedText.JoinDocument}
            WHERE middle.id = ANY({chunks}) AND chunk.workspace_id = {workspaceId} AND chunk.enabled
            ORDER BY chunk.document_id, chunk.position
            """,
            static row => ChunkOf(row, 0),
            cancellationToken);

    private static LiveChunk ChunkOf(Row row, int first) => new(
        row.At<Guid>(first),
        row.At<Guid>(first + 1),
        row.At<Guid>(first + 2),
        row.At<string>(first + 3),
        row.At<int>(first + 4),
        row.At<int?>(first + 5),
        row.At<string>(first + 6),
        row.At<int>(first + 7),
        row.At<string?>(first + 8),
        row.At<string?>(first + 9),
        row.At<string?>(first + 10));
}
