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
        var textKeys = await database.InTransactionAsync(
            async sql =>
            {
                await CollectionRevision.RemoveAsync(sql, row.BaseId, row.Id, clock.GetUtcNow(), cancellationToken);
                return await sql.FirstOrDefaultAsync(
                    $"""
                    DELETE FROM knowledge.document WHERE id = {row.Id} AND workspace_id = {row.WorkspaceId}
                    RETURNING text_key, next_text_key
                    """,
                    static gone => new[] { gone.At<string?>(0), gone.At<string?>(1) },
                    cancellationToken);
            },
            cancellationToken);

        await objects.ReleaseAsync(row.ObjectKey, cancellationToken);
        foreach (var key in textKeys ?? [row.TextKey])
        {
            await objects.ReleaseAsync(key, cancellationToken);
        }
    }
}
