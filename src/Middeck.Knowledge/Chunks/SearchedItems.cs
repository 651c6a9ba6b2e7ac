using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Chunks;

/// <summary>What has a vector, as pieces of statements. A chunk with parts is found through them alone.</summary>
internal static class SearchedItems
{
    /// <summary>Rows (id, text, updated_at, position) of the document's present generation.</summary>
    public static SqlText Of(Guid documentId) => SqlText.Of(
        $"""
        SELECT chunk.id, concat_ws(chr(10), chunk.context, chunk.content) AS text, chunk.updated_at, chunk.position
        FROM knowledge.chunk JOIN knowledge.document ON document.id = chunk.document_id
        WHERE chunk.document_id = {documentId} AND chunk.generation = document.generation AND NOT {HasParts}
        UNION ALL
        SELECT child.id, child.content, child.updated_at, chunk.position
        FROM knowledge.child JOIN knowledge.chunk ON chunk.id = child.chunk_id
        JOIN knowledge.document ON document.id = chunk.document_id
        WHERE child.document_id = {documentId} AND chunk.generation = document.generation
        """);

    /// <summary>Whether the row of <c>chunk</c>, or one that leads to it, has no vector of any model.</summary>
    public static SqlText IsMissing => SqlText.Of(
        $"""
        (EXISTS (
            SELECT FROM knowledge.child WHERE child.chunk_id = chunk.id
              AND NOT EXISTS (SELECT FROM knowledge.embedding WHERE embedding.item_id = child.id))
         OR NOT {HasParts} AND NOT EXISTS (SELECT FROM knowledge.embedding WHERE embedding.item_id = chunk.id))
        """);

    private static SqlText HasParts => SqlText.Of(
        $"EXISTS (SELECT FROM knowledge.child WHERE child.chunk_id = chunk.id AND child.kind = {ChildKind.Child})");
}
