using System.Numerics.Tensors;
using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval;

/// <summary>The cosines between a query and entries that a list of vectors did not reach.</summary>
internal sealed class Cosines(Database database)
{
    /// <summary>By entry; those without a vector of one of the models are missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, float>> OfAsync(
        IReadOnlyCollection<QueryVector> queries, Guid[] entries, CancellationToken cancellationToken)
    {
        var byKey = queries.DistinctBy(static query => query.Key).ToDictionary(static query => query.Key, StringComparer.Ordinal);
        string[] keys = [.. byKey.Keys];
        var found = new Dictionary<Guid, float>();
        var rows = await database.QueryAsync(
            $"""
            SELECT item_id, key, vector FROM knowledge.embedding
            WHERE item_id = ANY({entries}) AND key = ANY({keys})
            """,
            static row => (Id: row.At<Guid>(0), Key: row.At<string>(1), Vector: row.At<byte[]>(2)),
            cancellationToken);
        foreach (var (id, key, bytes) in rows)
        {
            var vector = VectorBytes.Read(bytes);
            var query = byKey[key].Vector.Span;
            if (vector.Length == query.Length)
            {
                var cosine = TensorPrimitives.CosineSimilarity(query, vector);
                found[id] = float.IsFinite(cosine) ? Math.Max(found.GetValueOrDefault(id, -1), cosine) : 0;
            }
        }

        return found;
    }
}
