using Middeck.Core.Paging;
using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Documents;

/// <summary>The rows of documents, as people read and change them. What ingestion writes is in <c>IngestionStore</c>.</summary>
internal sealed class DocumentStore(Database database, TimeProvider clock)
{
    public Task<DocumentRow?> FindAsync(Guid workspaceId, Guid baseId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {DocumentRow.Columns} FROM knowledge.document
            WHERE id = {id} AND base_id = {baseId} AND workspace_id = {workspaceId}
            """,
            DocumentRow.From,
            cancellationToken);

    /// <summary>A document whose base is still there, by its own id.</summary>
    public Task<DocumentRow?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {DocumentRow.Columns} FROM knowledge.document
            JOIN knowledge.base ON base.id = document.base_id AND base.deleted_at IS NULL
            WHERE document.id = {id} AND document.workspace_id = {workspaceId}
            """,
            DocumentRow.From,
            cancellationToken);

    public async Task<Page<DocumentRow>> PageAsync(
        Guid workspaceId,
        Guid baseId,
        DocumentFilter filter,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT {DocumentRow.Columns} FROM knowledge.document
            WHERE base_id = {baseId} AND workspace_id = {workspaceId}
              {filter.Sql}
              AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            DocumentRow.From,
            cancellationToken);
        return page.ToPage(rows, static row => row.Id);
    }

    /// <summary>Renames and switches a document. Null when it is gone.</summary>
    public Task<DocumentRow?> UpdateAsync(DocumentRow row, string name, bool enabled, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                if (enabled != row.Enabled)
                {
                    await CollectionRevision.TouchAsync(sql, row.BaseId, row.Id, cancellationToken);
                }

                return await sql.FirstOrDefaultAsync(
                    $"""
                    UPDATE knowledge.document
                    SET name = {name}, enabled = {enabled}, updated_at = {clock.GetUtcNow()}
                    WHERE id = {row.Id} AND workspace_id = {row.WorkspaceId}
                    RETURNING {DocumentRow.Columns}
                    """,
                    DocumentRow.From,
                    cancellationToken);
            },
            cancellationToken);

    public Task SetJobAsync(Guid id, Guid jobId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE knowledge.document SET job_id = {jobId} WHERE id = {id}", cancellationToken);
}
