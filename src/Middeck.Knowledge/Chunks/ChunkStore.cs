using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Chunks;

/// <summary>The rows of chunks, as people read them.</summary>
internal sealed class ChunkStore(Database database)
{
    /// <summary>Chunks behind a position, in the order of the text.</summary>
    public Task<List<Chunk>> AfterAsync(
        Guid workspaceId, Guid documentId, int position, int count, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id, position, content, word_count, page, enabled, hit_count FROM knowledge.chunk
            WHERE document_id = {documentId} AND workspace_id = {workspaceId} AND position > {position}
            ORDER BY position LIMIT {count}
            """,
            From,
            cancellationToken);

    public Task<Chunk?> FindAsync(Guid workspaceId, Guid documentId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT id, position, content, word_count, page, enabled, hit_count FROM knowledge.chunk
            WHERE id = {id} AND document_id = {documentId} AND workspace_id = {workspaceId}
            """,
            From,
            cancellationToken);

    /// <summary>Where a chunk stands in the text of its document.</summary>
    public async Task<TextRange?> RangeAsync(
        Guid workspaceId, Guid documentId, Guid id, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(
            $"""
            SELECT start_offset, word_count FROM knowledge.chunk
            WHERE id = {id} AND document_id = {documentId} AND workspace_id = {workspaceId}
            """,
            static row => new TextRange(row.At<int>(0), row.At<int>(1)),
            cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    private static Chunk From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<int>("position"),
        row.Get<string>("content"),
        row.Get<int>("word_count"),
        row.Get<int?>("page"),
        row.Get<bool>("enabled"),
        row.Get<long>("hit_count"));
}
