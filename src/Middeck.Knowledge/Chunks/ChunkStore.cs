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
            SELECT {Columns} FROM knowledge.chunk
            JOIN knowledge.document ON document.id = chunk.document_id AND {IsShown}
            WHERE chunk.document_id = {documentId} AND chunk.workspace_id = {workspaceId} AND chunk.position > {position}
            ORDER BY chunk.position LIMIT {count}
            """,
            From,
            cancellationToken);

    public Task<Chunk?> FindAsync(Guid workspaceId, Guid documentId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM knowledge.chunk
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
            SELECT start_offset, coalesce(source_length, word_count) FROM knowledge.chunk
            WHERE id = {id} AND document_id = {documentId} AND workspace_id = {workspaceId}
            """,
            static row => new TextRange(row.At<int>(0), row.At<int>(1)),
            cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    private static SqlText Columns => SqlText.Of(
        $"chunk.id, chunk.position, chunk.content, chunk.word_count, chunk.page, chunk.enabled, chunk.hit_count");

    // Those that are found; of a document that is read in for the first time, those that are ready.
    private static SqlText IsShown => SqlText.Of($"chunk.generation = greatest(document.generation, 1)");

    private static Chunk From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<int>("position"),
        row.Get<string>("content"),
        row.Get<int>("word_count"),
        row.Get<int?>("page"),
        row.Get<bool>("enabled"),
        row.Get<long>("hit_count"));
}
