using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Documents;

/// <summary>Takes a document out: its row, its chunks, and the objects that nothing else points to.</summary>
internal sealed class DocumentRemoval(Database database, ObjectReferences objects, TimeProvider clock)
{
    /// <summary>May be called again after a crash: a row that is gone only has its objects looked at.</summary>
    public async Task RemoveAsync(DocumentRow row, CancellationToken cancellationToken)
    {
        // The text is written while the document is being read, so the row says which one only when it is removed.
        // A new version may have come since it was read, too.
        var left = await database.InTransactionAsync(
            async sql =>
            {
                await CollectionRevision.RemoveAsync(sql, row.BaseId, row.Id, clock.GetUtcNow(), cancellationToken);
                var versions = await sql.QueryAsync(
                    $"DELETE FROM knowledge.document_version WHERE document_id = {row.Id} RETURNING object_key",
                    static version => version.At<string>(0),
                    cancellationToken);
                var files = await sql.QueryAsync(
                    $"""
                    DELETE FROM knowledge.document WHERE id = {row.Id} AND workspace_id = {row.WorkspaceId}
                    RETURNING object_key, text_key, next_text_key
                    """,
                    static document => (string?[])[document.At<string>(0), document.At<string?>(1), document.At<string?>(2)],
                    cancellationToken);
                return files.SelectMany(static keys => keys).Concat(versions).ToList();
            },
            cancellationToken);

        await objects.ReleaseAllAsync(
            left.Append(row.ObjectKey).Append(row.TextKey).OfType<string>(), cancellationToken);
    }
}
