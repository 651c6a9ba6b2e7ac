using Middeck.Knowledge.Documents;
using Middeck.Storage.Objects;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Uploads;

/// <summary>The rows of uploads in parts.</summary>
internal sealed class UploadStore(Database database, TimeProvider clock)
{
    /// <summary>Adds the row unless the person has <paramref name="limit"/> open. False then.</summary>
    public Task<bool> InsertAsync(UploadRow row, int limit, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                // So that two at once count each other.
                await ObjectReferences.LockAsync(sql, $"upload/{row.WorkspaceId}/{row.CreatedBy}", cancellationToken);
                return await sql.ExecuteAsync(
                    $"""
                    INSERT INTO knowledge.upload (id, workspace_id, base_id, name, folder, duplicate, size, sha256, created_by,
                                                  created_at, expires_at)
                    SELECT {row.Id}, {row.WorkspaceId}, {row.BaseId}, {row.Name}, {row.Folder}, {row.Duplicate}, {row.Size},
                           {row.Sha256}, {row.CreatedBy}, {row.CreatedAt}, {row.ExpiresAt}
                    WHERE (SELECT count(*) FROM knowledge.upload
                           WHERE workspace_id = {row.WorkspaceId} AND created_by IS NOT DISTINCT FROM {row.CreatedBy}::uuid
                             AND document_id IS NULL AND expires_at > {row.CreatedAt}) < {limit}
                    """,
                    cancellationToken) == 1;
            },
            cancellationToken);

    /// <summary>The caller's upload; null when there is none or its time is over.</summary>
    public Task<UploadRow?> FindAsync(
        Guid workspaceId, Guid baseId, Guid? userId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {UploadRow.Columns} FROM knowledge.upload
            WHERE id = {id} AND workspace_id = {workspaceId} AND base_id = {baseId}
              AND created_by IS NOT DISTINCT FROM {userId}::uuid AND expires_at > {clock.GetUtcNow()}
            """,
            UploadRow.From,
            cancellationToken);

    /// <summary>Counts a stored part. Null when another part came to this place first.</summary>
    public Task<UploadRow?> AppendAsync(UploadRow row, StoredObject part, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                await ObjectReferences.LockAsync(sql, part.Key, cancellationToken);
                var after = await sql.FirstOrDefaultAsync(
                    $"""
                    UPDATE knowledge.upload SET received = received + {part.Size}
                    WHERE id = {row.Id} AND received = {row.Received} AND document_id IS NULL
                    RETURNING {UploadRow.Columns}
                    """,
                    UploadRow.From,
                    cancellationToken);
                if (after is not null)
                {
                    await sql.ExecuteAsync(
                        $"""
                        INSERT INTO knowledge.upload_part (upload_id, start, size, object_key)
                        VALUES ({row.Id}, {row.Received}, {(int)part.Size}, {part.Key})
                        """,
                        cancellationToken);
                }

                return after;
            },
            cancellationToken);

    /// <summary>The objects of the parts, in the order of the file.</summary>
    public Task<List<string>> PartsAsync(Guid id, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"SELECT object_key FROM knowledge.upload_part WHERE upload_id = {id} ORDER BY start",
            static row => row.At<string>(0),
            cancellationToken);

    /// <summary>Forgets the parts.</summary>
    /// <returns>Their objects.</returns>
    public Task<List<string>> DropPartsAsync(Guid id, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"DELETE FROM knowledge.upload_part WHERE upload_id = {id} RETURNING object_key",
            static row => row.At<string>(0),
            cancellationToken);

    public Task DeleteAsync(Guid id, CancellationToken cancellationToken)
        => database.ExecuteAsync($"DELETE FROM knowledge.upload WHERE id = {id}", cancellationToken);

    /// <summary>Uploads whose time is over, oldest first.</summary>
    public Task<List<Guid>> ExpiredAsync(int limit, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id FROM knowledge.upload WHERE expires_at <= {clock.GetUtcNow()} ORDER BY expires_at LIMIT {limit}
            """,
            static row => row.At<Guid>(0),
            cancellationToken);

    public Task<List<Guid>> OfBaseAsync(Guid workspaceId, Guid baseId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"SELECT id FROM knowledge.upload WHERE base_id = {baseId} AND workspace_id = {workspaceId}",
            static row => row.At<Guid>(0),
            cancellationToken);
}
