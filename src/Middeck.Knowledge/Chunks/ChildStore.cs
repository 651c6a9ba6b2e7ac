using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Chunks;

/// <summary>The rows of what leads to a chunk, as people read them.</summary>
internal sealed class ChildStore(Database database)
{
    /// <summary>In the order of the chunk's text.</summary>
    public Task<List<ChildChunk>> OfAsync(Guid workspaceId, Guid chunkId, CancellationToken cancellationToken)
        => OfAllAsync(workspaceId, [chunkId], cancellationToken);

    /// <summary>Of several chunks, each chunk's together and in the order of its text.</summary>
    public Task<List<ChildChunk>> OfAllAsync(Guid workspaceId, Guid[] chunkIds, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {Columns} FROM knowledge.child
            WHERE chunk_id = ANY({chunkIds}) AND workspace_id = {workspaceId} ORDER BY chunk_id, position, id
            """,
            From,
            cancellationToken);

    public static Task<ChildChunk?> FindAsync(ISql sql, Guid chunkId, Guid id, CancellationToken cancellationToken)
        => sql.FirstOrDefaultAsync(
            $"SELECT {Columns} FROM knowledge.child WHERE id = {id} AND chunk_id = {chunkId}", From, cancellationToken);

    private static SqlText Columns => SqlText.Of(
        $"id, chunk_id, kind, position, content, word_count, edited, created_at, updated_at");

    private static ChildChunk From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("chunk_id"),
        row.Word<ChildKind>("kind"),
        row.Get<int>("position"),
        row.Get<string>("content"),
        row.Get<int>("word_count"),
        row.Get<bool>("edited"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset>("updated_at"));
}
