using System.Globalization;

namespace Middeck.Knowledge.Backends.Postgres;

/// <summary>The statements on the table of one collection (https://github.com/pgvector/pgvector).</summary>
/// <remarks>
/// Put together here and not by <see cref="Storage.Sql.SqlText"/>, whose holes are values: a name and a number of dimensions must
/// stand in the text. Both come from <see cref="VectorCollection"/>, the name as hexadecimal digits.
/// </remarks>
internal sealed class PgVectorTable(VectorCollection collection)
{
    public const string Schema = "knowledge_vectors";

    // A graph index takes no more, of 32-bit and of 16-bit numbers.
    private const int MostIndexed = 2000;
    private const int MostIndexedHalf = 4000;

    /// <summary>With the schema and quoted, for SQL.</summary>
    public string Name { get; } = Quoted(collection.Name);

    public string Create => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        CREATE TABLE IF NOT EXISTS {Name} (
          id uuid PRIMARY KEY,
          document_id uuid NOT NULL,
          embedding vector({collection.Dimensions}) NOT NULL)
        """);

    public string CreateDocumentIndex =>
        $"""CREATE INDEX IF NOT EXISTS "{collection.Name}_document" ON {Name} (document_id)""";

    /// <summary>Null above 4,000 dimensions: each search reads all vectors.</summary>
    public string? CreateGraph => collection.Dimensions <= MostIndexedHalf
        ? $"""
        CREATE INDEX IF NOT EXISTS "{collection.Name}_graph" ON {Name}
        USING hnsw (({Operand}) {(IsHalf ? "halfvec" : "vector")}_cosine_ops)
        """
        : null;

    /// <summary>Parameters: ids, documents, vectors as text, all of one length.</summary>
    public string Upsert =>
        $"""
        INSERT INTO {Name} (id, document_id, embedding)
        SELECT id, document_id, embedding::vector
        FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS entry (id, document_id, embedding)
        ON CONFLICT (id) DO UPDATE SET document_id = excluded.document_id, embedding = excluded.embedding
        """;

    public string RemoveDocument => $"DELETE FROM {Name} WHERE document_id = $1";

    public string Remove => $"DELETE FROM {Name} WHERE id = ANY($1)";

    /// <summary>Parameters: the query as text, the limit. Goes through the graph.</summary>
    public string Search => Ranked(Name);

    /// <summary>
    /// Parameters: the query as text, the limit, the documents. Reads all vectors of the documents: a graph would find neighbours
    /// among all and lose those of other documents afterwards, down to none at all.
    /// </summary>
    public string SearchDocuments =>
        $"""
        WITH candidate AS MATERIALIZED (SELECT id, embedding FROM {Name} WHERE document_id = ANY($3))
        {Ranked("candidate")}
        """;

    private bool IsHalf => collection.Dimensions is > MostIndexed and <= MostIndexedHalf;

    private string Operand => IsHalf
        ? string.Create(CultureInfo.InvariantCulture, $"embedding::halfvec({collection.Dimensions})")
        : "embedding";

    /// <summary>Any table of the schema, by its bare name.</summary>
    public static string Quoted(string name) => $"{Schema}.\"{name}\"";

    // The order is exactly the index's expression, else the index does not serve.
    private string Ranked(string from)
    {
        var distance = $"{Operand} <=> $1::{(IsHalf ? "halfvec" : "vector")}";
        return $"SELECT id, 1 - ({distance}) FROM {from} ORDER BY {distance} LIMIT $2";
    }
}
