using System.Runtime.CompilerServices;
using System.Text.Json;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Transfer;

/// <summary>Reads what is exported, page by page: no base is too large.</summary>
internal sealed class ExportReader(Database database)
{
    private const int Documents = 200;
    private const int Chunks = 500;

    /// <summary>The documents of a base with their metadata by the ids of the fields, oldest first.</summary>
    public async IAsyncEnumerable<(DocumentRow Row, Dictionary<string, JsonElement> Metadata)> DocumentsAsync(
        Guid workspaceId,
        Guid baseId,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = Guid.Empty;
        int read;
        do
        {
            var page = await database.QueryAsync(
                $"""
                SELECT {DocumentRow.Columns}, document.metadata FROM knowledge.document
                WHERE base_id = {baseId} AND workspace_id = {workspaceId} AND id > {after} ORDER BY id LIMIT {Documents}
                """,
                static row => (Row: DocumentRow.From(row), Metadata: row.Json<Dictionary<string, JsonElement>>("metadata")!),
                cancellationToken);
            foreach (var document in page)
            {
                yield return document;
                after = document.Row.Id;
            }

            read = page.Count;
        }
        while (read == Documents);
    }

    /// <summary>The chunks of a document that are found, in the order of its text.</summary>
    public async IAsyncEnumerable<ArchivedChunk> ChunksAsync(
        Guid workspaceId,
        Guid documentId,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0;
        int read;
        do
        {
            var page = await database.QueryAsync(
                $"""
                SELECT chunk.position, chunk.content, chunk.answer, chunk.keywords, chunk.heading, chunk.place, chunk.context,
                       chunk.summary, chunk.page, chunk.enabled, chunk.edited, coalesce((
                           SELECT jsonb_agg(jsonb_build_object('kind', child.kind, 'content', child.content, 'edited', child.edited)
                                            ORDER BY child.position, child.id)
                           FROM knowledge.child WHERE child.chunk_id = chunk.id), jsonb_build_array()) AS children
                FROM knowledge.chunk
                JOIN knowledge.document ON document.id = chunk.document_id AND document.generation = chunk.generation
                WHERE chunk.document_id = {documentId} AND chunk.workspace_id = {workspaceId} AND chunk.position > {after}
                ORDER BY chunk.position LIMIT {Chunks}
                """,
                From,
                cancellationToken);
            foreach (var chunk in page)
            {
                yield return chunk;
                after = chunk.Position;
            }

            read = page.Count;
        }
        while (read == Chunks);
    }

    private static ArchivedChunk From(Row row) => new()
    {
        Position = row.Get<int>("position"),
        Content = row.Get<string>("content"),
        Answer = row.Get<string?>("answer"),
        Keywords = row.Get<string[]>("keywords"),
        Heading = row.Get<string?>("heading"),
        Place = row.Get<string?>("place"),
        Context = row.Get<string?>("context"),
        Summary = row.Get<string?>("summary"),
        Page = row.Get<int?>("page"),
        Enabled = row.Get<bool>("enabled"),
        Edited = row.Get<bool>("edited"),
        Children = row.Json<List<ArchivedChild>>("children")!,
    };
}
