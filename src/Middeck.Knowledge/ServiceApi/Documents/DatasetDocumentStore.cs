using Middeck.Knowledge.Documents;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>Reads documents by numbered pages, with the numbers that only Dify shows.</summary>
internal sealed class DatasetDocumentStore(Database database)
{
    public async Task<(IReadOnlyList<DocumentRow> Rows, long Total)> PageAsync(
        Guid workspaceId,
        Guid baseId,
        string? text,
        SqlText shown,
        int offset,
        int limit,
        CancellationToken cancellationToken)
    {
        var fits = SqlText.Of(
            $"""
            document.base_id = {baseId} AND document.workspace_id = {workspaceId} AND {shown}
            AND ({text}::text IS NULL OR strpos(lower(document.name), lower({text}::text)) > 0)
            """);
        var total = await database.ScalarAsync<long>(
            $"SELECT count(*) FROM knowledge.document WHERE {fits}", cancellationToken);
        var rows = await database.QueryAsync(
            $"""
            SELECT {DocumentRow.Columns} FROM knowledge.document WHERE {fits}
            ORDER BY document.id DESC OFFSET {offset} LIMIT {limit}
            """,
            DocumentRow.From,
            cancellationToken);
        return (rows, total);
    }

    /// <summary>The places of documents in their base, from 1 for the oldest, with their tokens and metadata as JSON.</summary>
    public async Task<IReadOnlyDictionary<Guid, DocumentNumbers>> NumbersAsync(
        Guid baseId, Guid[] ids, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(
            $"""
            SELECT numbered.id, numbered.place, document.token_count, document.metadata
            FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM knowledge.document WHERE base_id = {baseId}) AS numbered
            JOIN knowledge.document ON document.id = numbered.id
            WHERE numbered.id = ANY({ids})
            """,
            static row => KeyValuePair.Create(
                row.Get<Guid>("id"),
                new DocumentNumbers(
                    row.Get<long>("place"),
                    row.Get<long>("token_count"),
                    row.Json<Dictionary<string, System.Text.Json.JsonElement>>("metadata") ?? [])),
            cancellationToken);
        return found.ToDictionary();
    }

    /// <summary>How many chunks of the newest text there are, and how many of them can be found already.</summary>
    public async Task<(long Total, long Completed)> SegmentsAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var counted = await database.QueryAsync(
            $"""
            SELECT count(*), count(*) FILTER (WHERE chunk.generation = document.generation OR EXISTS (
                SELECT FROM knowledge.embedding WHERE embedding.item_id = chunk.id OR embedding.item_id IN (
                    SELECT child.id FROM knowledge.child WHERE child.chunk_id = chunk.id)))
            FROM knowledge.document JOIN knowledge.chunk ON chunk.document_id = document.id
            WHERE document.id = {documentId}
              AND chunk.generation = (SELECT max(generation) FROM knowledge.chunk WHERE document_id = {documentId})
            """,
            static row => (row.At<long>(0), row.At<long>(1)),
            cancellationToken);
        return counted[0];
    }
}
