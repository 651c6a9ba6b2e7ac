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
        var textKey = await database.InTransactionAsync(
            async sql =>
            {
                await CollectionRevision.RemoveAsync(sql, row.BaseId, row.Id, clock.GetUtcNow(), cancellationToken);
                return await sql.ScalarAsync<string?>(
                    $"""
                    DELETE FROM knowledge.document WHERE id = {row.Id} AND workspace_id = {row.WorkspaceId}
                    RETURNING text_key
                    """,
                    cancellationToken);
            },
            cancellationToken);

        await objects.ReleaseAsync(row.ObjectKey, cancellationToken);
        await objects.ReleaseAsync(textKey ?? row.TextKey, cancellationToken);
    }
}
