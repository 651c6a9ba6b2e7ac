using Middeck.Core.Audit;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Chunks;

/// <summary>Reads, adds, changes and removes what leads to a chunk.</summary>
internal sealed class ChildService(
    DocumentService documents,
    ChunkStore chunks,
    ChildStore children,
    DocumentEdit edit,
    AuditTrail audit,
    TimeProvider clock)
{
    private const string ObjectKind = "child_chunk";

    public async Task<IReadOnlyList<ChildChunk>> ListAsync(
        Caller caller, Guid baseId, Guid documentId, Guid chunkId, CancellationToken cancellationToken)
    {
        var document = await documents.OpenAsync(caller, baseId, documentId, AccessLevel.Use, cancellationToken);
        return await chunks.FindAsync(document.WorkspaceId, document.Id, chunkId, cancellationToken) is null
            ? throw KnowledgeFaults.NoChunk()
            : await children.OfAsync(document.WorkspaceId, chunkId, cancellationToken);
    }

    /// <summary>Adds a part. A chunk with parts is found through them alone.</summary>
    public Task<ChildChunk> AddAsync(
        Caller caller, Guid baseId, Guid documentId, Guid chunkId, WriteChild request, CancellationToken cancellationToken)
    {
        var content = ChunkText.Clean(request.Content, "content");
        return RunAsync(
            caller,
            baseId,
            documentId,
            chunkId,
            async (sql, document) =>
            {
                await ChunkRows.InsertChildrenAsync(
                    sql, document, [(chunkId, new DraftChild(ChildKind.Child, content, Edited: true))], clock, cancellationToken);
                var id = await sql.ScalarAsync<Guid>(
                    $"SELECT id FROM knowledge.child WHERE chunk_id = {chunkId} ORDER BY position DESC LIMIT 1", cancellationToken);
                audit.About(ObjectKind, id, document.Name).Change(null, new { content });
                return await FindAsync(sql, chunkId, id, cancellationToken);
            },
            cancellationToken);
    }

    public Task<ChildChunk> EditAsync(
        Caller caller,
        Guid baseId,
        Guid documentId,
        Guid chunkId,
        Guid id,
        WriteChild request,
        CancellationToken cancellationToken)
    {
        var content = ChunkText.Clean(request.Content, "content");
        return RunAsync(
            caller,
            baseId,
            documentId,
            chunkId,
            async (sql, document) =>
            {
                var before = await FindAsync(sql, chunkId, id, cancellationToken);
                await sql.ExecuteAsync(
                    $"""
                    UPDATE knowledge.child
                    SET content = {content}, word_count = length({content}), edited = true,
                        updated_at = {edit.Stamp(SqlText.Of($"updated_at"))}
                    WHERE id = {id}
                    """,
                    cancellationToken);
                await sql.ExecuteAsync($"DELETE FROM knowledge.embedding WHERE item_id = {id}", cancellationToken);
                audit.About(ObjectKind, id, document.Name).Change(new { before.Content }, new { content });
                return await FindAsync(sql, chunkId, id, cancellationToken);
            },
            cancellationToken);
    }

    public Task DeleteAsync(
        Caller caller, Guid baseId, Guid documentId, Guid chunkId, Guid id, CancellationToken cancellationToken)
        => RunAsync(
            caller,
            baseId,
            documentId,
            chunkId,
            async (sql, document) =>
            {
                var before = await FindAsync(sql, chunkId, id, cancellationToken);
                await sql.ExecuteAsync($"DELETE FROM knowledge.embedding WHERE item_id = {id}", cancellationToken);
                await sql.ExecuteAsync($"DELETE FROM knowledge.child WHERE id = {id}", cancellationToken);
                await sql.ExecuteAsync(
                    $"""
                    UPDATE knowledge.child SET position = numbered.place
                    FROM (SELECT id, row_number() OVER (ORDER BY position, id) AS place
                          FROM knowledge.child WHERE chunk_id = {chunkId}) AS numbered
                    WHERE child.id = numbered.id AND child.position <> numbered.place
                    """,
                    cancellationToken);
                audit.About(ObjectKind, id, document.Name).Change(new { before.Content }, null);
                return before;
            },
            cancellationToken);

    private static async Task<ChildChunk> FindAsync(ISql sql, Guid chunkId, Guid id, CancellationToken cancellationToken)
        => await ChildStore.FindAsync(sql, chunkId, id, cancellationToken) ?? throw KnowledgeFaults.NoChild();

    private async Task<ChildChunk> RunAsync(
        Caller caller,
        Guid baseId,
        Guid documentId,
        Guid chunkId,
        Func<ISql, DocumentRow, Task<ChildChunk>> work,
        CancellationToken cancellationToken)
    {
        var document = await documents.OpenAsync(caller, baseId, documentId, AccessLevel.Edit, cancellationToken);
        return await edit.RunAsync(
            caller,
            document,
            async (sql, present) =>
            {
                await ChunkWriting.OpenAsync(sql, present, chunkId, expected: null, cancellationToken);
                return await work(sql, present);
            },
            cancellationToken);
    }
}
