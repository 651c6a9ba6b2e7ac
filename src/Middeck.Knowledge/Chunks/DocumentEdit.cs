using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Knowledge.Retrieval;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Chunks;

/// <summary>
/// Changes chunks of a document by hand. Edits of one base follow each other, and the rest of the platform sees all of an edit or
/// nothing: chunks without gaps in their order, the document's counts, and the revision that searches follow.
/// </summary>
internal sealed class DocumentEdit(
    Database database, BaseDirectory directory, DocumentEvents events, VectorQueue vectors, TimeProvider clock)
{
    /// <summary>Does the work, and has the vectors made that it left missing. What is returned is committed.</summary>
    /// <param name="caller">Who edits.</param>
    /// <param name="document">As it was found; the work gets it as it stands.</param>
    /// <param name="work">Changes chunks of the document's generation and forgets the vectors of changed texts.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <exception cref="FaultException">The document is archived, being read in, or gone.</exception>
    public async Task<T> RunAsync<T>(
        Caller caller, DocumentRow document, Func<ISql, DocumentRow, Task<T>> work, CancellationToken cancellationToken)
    {
        var (result, after) = await database.InTransactionAsync(
            async sql =>
            {
                await CollectionRevision.TouchAsync(sql, document.BaseId, document.Id, cancellationToken);
                var present = await PresentAsync(sql, document, cancellationToken);
                var before = await CharactersAsync(sql, present, cancellationToken);
                var done = await work(sql, present);
                return (done, await SettleAsync(sql, present, before, cancellationToken));
            },
            cancellationToken);

        directory.Forget(document.BaseId);
        events.Changed(after);

        // The edit is saved: whoever has gone away must not keep it from being found by meaning.
        await vectors.MakeSoonAsync(caller, after, CancellationToken.None);
        return result;
    }

    /// <summary>A stamp that is later than the one before, so that no two edits of a row have the same.</summary>
    public SqlText Stamp(SqlText before) => SqlText.Of(
        $"greatest({clock.GetUtcNow()}, {before} + interval '1 microsecond')");

    private static async Task<DocumentRow> PresentAsync(
        ISql sql, DocumentRow document, CancellationToken cancellationToken)
    {
        var present = await sql.FirstOrDefaultAsync(
            $"SELECT {DocumentRow.Columns} FROM knowledge.document WHERE id = {document.Id}", DocumentRow.From, cancellationToken)
            ?? throw KnowledgeFaults.NoDocument();
        if (present.Archived)
        {
            throw KnowledgeFaults.Archived();
        }

        // What is being made now would take the place of the edit.
        return present.Generation > 0
            && present.Status is DocumentStatus.Completed or DocumentStatus.Error or DocumentStatus.Cancelled
                ? present
                : throw KnowledgeFaults.BeingRead();
    }

    private static Task<long> CharactersAsync(ISql sql, DocumentRow document, CancellationToken cancellationToken)
        => sql.ScalarAsync<long>(
            $"""
            SELECT coalesce(sum(word_count), 0)::bigint FROM knowledge.chunk
            WHERE document_id = {document.Id} AND generation = {document.Generation}
            """,
            cancellationToken);

    private async Task<DocumentRow> SettleAsync(
        ISql sql, DocumentRow document, long charactersBefore, CancellationToken cancellationToken)
    {
        await sql.ExecuteAsync(
            $"""
            UPDATE knowledge.chunk SET position = numbered.place
            FROM (SELECT id, row_number() OVER (ORDER BY position) AS place FROM knowledge.chunk
                  WHERE document_id = {document.Id} AND generation = {document.Generation}) AS numbered
            WHERE chunk.id = numbered.id AND chunk.position <> numbered.place
            """,
            cancellationToken);
        var now = clock.GetUtcNow();
        var characters = await CharactersAsync(sql, document, cancellationToken);
        return (await sql.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.document
            SET chunk_count = (SELECT count(*) FROM knowledge.chunk
                               WHERE document_id = {document.Id} AND generation = {document.Generation}),
                token_count = (SELECT coalesce(sum(token_count), 0) FROM knowledge.chunk
                               WHERE document_id = {document.Id} AND generation = {document.Generation}),
                character_count = greatest(0, character_count + {characters - charactersBefore}),
                updated_at = {Stamp(SqlText.Of($"document.updated_at"))},
                vectors_wanted_at = CASE
                    WHEN base.indexing = 'economy' THEN NULL
                    WHEN EXISTS (SELECT FROM knowledge.chunk WHERE chunk.document_id = {document.Id}
                                 AND chunk.generation = {document.Generation} AND {SearchedItems.IsMissing}) THEN {now}
                    ELSE document.vectors_wanted_at END
            FROM knowledge.base WHERE document.id = {document.Id} AND base.id = document.base_id
            RETURNING {DocumentRow.Columns}
            """,
            DocumentRow.From,
            cancellationToken))!;
    }
}
