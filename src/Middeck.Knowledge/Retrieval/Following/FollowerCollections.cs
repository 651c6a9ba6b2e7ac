using System.Text.Json;
using Middeck.Core;
using Middeck.Knowledge.Backends;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>Which collections of vectors a base has in a back end: the back ends cannot be asked.</summary>
internal sealed class FollowerCollections(Database database)
{
    public async Task<List<VectorCollection>> ReadAsync(Guid baseId, string backend, CancellationToken cancellationToken)
    {
        var made = await database.FirstOrDefaultAsync(
            $"SELECT collections FROM knowledge.backend_state WHERE base_id = {baseId} AND backend = {backend}",
            static row => row.Json<List<Made>>("collections"),
            cancellationToken);
        return [.. (made ?? []).Select(one => new VectorCollection(baseId, one.Key, one.Dimensions))];
    }

    public Task AddAsync(
        Guid baseId, string backend, VectorCollection collection, CancellationToken cancellationToken)
    {
        var added = SqlText.Jsonb(JsonSerializer.Serialize(new Made(collection.EmbeddingKey, collection.Dimensions), Json.Snake));
        return database.ExecuteAsync(
            $"""
            UPDATE knowledge.backend_state SET collections = collections || {added}
            WHERE base_id = {baseId} AND backend = {backend}
            """,
            cancellationToken);
    }

    public Task ForgetAsync(Guid baseId, string backend, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE knowledge.backend_state SET collections = '[]' WHERE base_id = {baseId} AND backend = {backend}",
            cancellationToken);

    private sealed record Made(string Key, int Dimensions);
}
