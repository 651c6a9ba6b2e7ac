using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval;

/// <summary>
/// What is searched, as pieces of statements over <c>chunk</c>, <c>document</c> and <c>child</c>. A chunk with parts is found
/// through them alone; questions and summaries are further ways to their chunk.
/// </summary>
internal static class IndexedText
{
    /// <summary>
    /// The words that a chunk is found by. What stands above it, what a model said about its place and its keywords take part;
    /// shown is the content alone.
    /// </summary>
    public static SqlText OfChunk => SqlText.Of(
        $"""
        concat_ws(E'\n', chunk.heading, chunk.context, chunk.content, nullif(array_to_string(chunk.keywords, ' '), ''))
        """);

    /// <summary>The document may be found, in the generation of the chunk.</summary>
    public static SqlText JoinDocument => SqlText.Of(
        $"""
        JOIN knowledge.document ON document.id = chunk.document_id AND document.generation = chunk.generation
            AND document.enabled AND NOT document.archived
        """);

    /// <summary>Rows (document_id, id, text, is_child) of all entries that may be found.</summary>
    /// <param name="chosen">Makes the condition that chooses chunks; called once for each place it stands in.</param>
    public static SqlText Entries(Func<SqlText> chosen) => SqlText.Of(
        $"""
        SELECT chunk.document_id, chunk.id, {OfChunk} AS text, false AS is_child
        FROM knowledge.chunk {JoinDocument}
        WHERE {chosen()} AND chunk.enabled
          AND NOT EXISTS (SELECT FROM knowledge.child WHERE child.chunk_id = chunk.id AND child.kind = 'child')
        UNION ALL
        SELECT chunk.document_id, child.id, child.content, true
        FROM knowledge.child JOIN knowledge.chunk ON chunk.id = child.chunk_id {JoinDocument}
        WHERE {chosen()} AND chunk.enabled
        """);
}
