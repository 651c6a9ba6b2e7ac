using Middeck.Core.Paging;
using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Documents;

/// <summary>The rows of documents, as people read and change them. What ingestion writes is in <c>IngestionStore</c>.</summary>
internal sealed class DocumentStore(Database database, TimeProvider clock)
{
    /// <summary>Adds the row, unless the base has a document with the same content.</summary>
    /// <returns>Null when it was added, else the document that is there.</returns>
    public Task<Guid?> InsertAsync(DocumentRow row, CancellationToken cancellationToken)
        => database.InTransactionAsync<Guid?>(
            async sql =>
            {
                // Held to the end, so that two uploads of one content see each other.
                await ObjectReferences.LockAsync(sql, row.ObjectKey, cancellationToken);
                var same = await sql.ScalarAsync<Guid?>(
                    $"SELECT id FROM knowledge.document WHERE base_id = {row.BaseId} AND sha256 = {row.Sha256} LIMIT 1",
                    cancellationToken);
                if (same is not null)
                {
                    return same;
                }

                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO knowledge.document (id, workspace_id, base_id, name, extension, mime_type, size, sha256,
                                                    object_key, status, created_by, created_at, updated_at)
                    VALUES ({row.Id}, {row.WorkspaceId}, {row.BaseId}, {row.Name}, {row.Extension}, {row.MimeType},
                            {row.Size}, {row.Sha256}, {row.ObjectKey}, {row.Status}, {row.CreatedBy},
                            {row.CreatedAt}, {row.UpdatedAt})
                    """,
                    cancellationToken);
                return null;
            },
            cancellationToken);

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
        string? text,
        DocumentStatus? status,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT {DocumentRow.Columns} FROM knowledge.document
            WHERE base_id = {baseId} AND workspace_id = {workspaceId}
              AND ({text}::text IS NULL OR strpos(lower(name), lower({text}::text)) > 0)
              {(status is { } wanted ? SqlText.Of($"AND status = {wanted}") : SqlText.Empty)}
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

    /// <summary>Takes back a row that nobody has been told of.</summary>
    public Task DeleteAsync(DocumentRow row, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM knowledge.document WHERE id = {row.Id} AND workspace_id = {row.WorkspaceId}", cancellationToken);

    public Task SetJobAsync(Guid id, Guid jobId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE knowledge.document SET job_id = {jobId} WHERE id = {id}", cancellationToken);
}
