using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Holds what an index found against the rows: what was deleted or switched off a moment ago is not returned.</summary>
internal sealed class LiveChunks(Database database)
{
    public async Task<Dictionary<Guid, LiveChunk>> ReadAsync(
        Guid workspaceId, Guid[] ids, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT chunk.id, chunk.base_id, chunk.document_id, document.name, chunk.position, chunk.page, chunk.content,
                   chunk.word_count
            FROM knowledge.chunk
            JOIN knowledge.document ON document.id = chunk.document_id AND document.generation = chunk.generation
                AND document.enabled AND NOT document.archived
            WHERE chunk.id = ANY({ids}) AND chunk.workspace_id = {workspaceId} AND chunk.enabled
            """,
            static row => new LiveChunk(
                row.At<Guid>(0),
                row.At<Guid>(1),
                row.At<Guid>(2),
                row.At<string>(3),
                row.At<int>(4),
                row.At<int?>(5),
                row.At<string>(6),
                row.At<int>(7)),
            cancellationToken);
        return rows.ToDictionary(static chunk => chunk.Id);
    }
}
