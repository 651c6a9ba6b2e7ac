using Middeck.Core.Identifiers;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Ingestion;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Indexing;

/// <summary>Writes what is searched in the place of chunks.</summary>
internal static class ChildWriter
{
    public static async Task WriteAsync(
        ISql sql, DocumentRow document, ChildRow[] rows, TimeProvider clock, CancellationToken cancellationToken)
    {
        foreach (var insert in Inserts(document, rows, clock))
        {
            await sql.ExecuteAsync(insert, cancellationToken);
        }
    }

    /// <summary>The statement that writes them, if there are any; it writes nothing once another attempt has taken the document up.</summary>
    public static IReadOnlyList<SqlText> Inserts(DocumentRow document, ChildRow[] rows, TimeProvider clock)
    {
        if (rows.Length == 0)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        return [SqlText.Of(
            $"""
            INSERT INTO knowledge.child (id, workspace_id, base_id, document_id, chunk_id, kind, position, content,
                                         start_offset, word_count, created_at, updated_at)
            SELECT new.id, {document.WorkspaceId}, {document.BaseId}, {document.Id}, new.chunk_id, new.kind, new.position,
                   new.content, new.start_offset, length(new.content), {now}, {now}
            FROM unnest({Array.ConvertAll(rows, _ => Ids.New(clock))}, {Array.ConvertAll(rows, row => row.ChunkId)},
                        {Array.ConvertAll(rows, row => SnakeCase.Of(row.Kind.ToString()))},
                        {Array.ConvertAll(rows, row => row.Position)}, {Array.ConvertAll(rows, row => row.Content)},
                        {Array.ConvertAll(rows, row => row.Start)})
                 AS new (id, chunk_id, kind, position, content, start_offset)
            WHERE EXISTS (SELECT FROM knowledge.document WHERE {IngestionStore.StillOurs(document)})
            """)];
    }
}
