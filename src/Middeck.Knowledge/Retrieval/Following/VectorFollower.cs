using Middeck.Knowledge.Backends;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>Puts the vectors of a base into the back end for vectors.</summary>
internal sealed class VectorFollower(IVectorStore store, FollowerCollections collections, Database database) : IIndexTarget
{
    private const int Batch = 200;

    public string Backend => store.Name;

    public async Task ReplaceAsync(KnowledgeBaseRow row, Guid documentId, CancellationToken cancellationToken)
    {
        var known = await collections.ReadAsync(row.Id, Backend, cancellationToken);
        foreach (var collection in known)
        {
            await store.RemoveDocumentAsync(collection, documentId, cancellationToken);
        }

        Guid? after = null;
        while (await NextAsync(row.Id, documentId, after, cancellationToken) is { Count: > 0 } vectors)
        {
            foreach (var group in vectors.GroupBy(vector => new VectorCollection(row.Id, vector.Key, vector.Vector.Length)))
            {
                if (!known.Contains(group.Key))
                {
                    await store.EnsureAsync(group.Key, cancellationToken);
                    await collections.AddAsync(row.Id, Backend, group.Key, cancellationToken);
                    known.Add(group.Key);
                }

                await store.UpsertAsync(
                    group.Key,
                    [.. group.Select(vector => new VectorEntry(vector.Id, documentId, vector.Vector))],
                    cancellationToken);
            }

            after = vectors[^1].Id;
        }
    }

    public async Task ClearAsync(Guid baseId, CancellationToken cancellationToken)
    {
        await store.DropAsync(baseId, cancellationToken);
        await collections.ForgetAsync(baseId, Backend, cancellationToken);
    }

    // A batch ends between two items, so that the vectors of an item by two models stay together.
    private Task<List<(Guid Id, string Key, float[] Vector)>> NextAsync(
        Guid baseId, Guid documentId, Guid? after, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            WITH entry AS ({IndexedText.Entries(() => SqlText.Of($"chunk.document_id = {documentId} AND chunk.base_id = {baseId}"))})
            SELECT embedding.item_id, embedding.key, embedding.vector
            FROM (SELECT id FROM entry WHERE {after}::uuid IS NULL OR id > {after}::uuid ORDER BY id LIMIT {Batch}) AS next
            JOIN knowledge.embedding ON embedding.item_id = next.id
            WHERE length(embedding.vector) > 0
            ORDER BY embedding.item_id
            """,
            static row => (row.At<Guid>(0), row.At<string>(1), VectorBytes.Read(row.At<byte[]>(2)).ToArray()),
            cancellationToken);
}
