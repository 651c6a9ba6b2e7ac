using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;
using Npgsql;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Fills collections from the rows, entry by entry as they come: nothing is in memory twice.</summary>
internal sealed class CollectionSource(Database database, BaseChanges changes, IndexPlaces places)
{
    private const int EntriesBetweenChecks = 1000;

    /// <param name="row">The base.</param>
    /// <param name="fits">Told the bytes so far; false ends the loading.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CollectionTooLargeException">It does not fit.</exception>
    public async Task<Collection> LoadAsync(
        KnowledgeBaseRow row, Func<long, bool> fits, CancellationToken cancellationToken)
    {
        var collection = new Collection { Revision = row.Revision };
        await FillAsync(
            collection,
            IndexedText.Entries(() => SqlText.Of($"chunk.base_id = {row.Id}")),
            SqlText.Of($"document.base_id = {row.Id}"),
            fits,
            cancellationToken);
        return collection;
    }

    /// <summary>Applies what changed since the collection was last brought up to date. False when it must be loaded anew.</summary>
    /// <exception cref="CollectionTooLargeException">It does not fit any more.</exception>
    public async Task<bool> TryRefreshAsync(
        Collection collection, KnowledgeBaseRow row, Func<long, bool> fits, CancellationToken cancellationToken)
    {
        if (await changes.SinceAsync(row.Id, collection.Revision, cancellationToken) is not { } changed)
        {
            return false;
        }

        foreach (var change in changed)
        {
            collection.Remove(change.DocumentId);
        }

        Guid[] documents = [.. changed.Select(static change => change.DocumentId)];
        await FillAsync(
            collection,
            IndexedText.Entries(() => SqlText.Of($"chunk.document_id = ANY({documents}) AND chunk.base_id = {row.Id}")),
            SqlText.Of($"document.id = ANY({documents}) AND document.base_id = {row.Id}"),
            fits,
            cancellationToken);
        collection.Revision = row.Revision;
        return true;
    }

    private async Task FillAsync(
        Collection collection, SqlText entries, SqlText documents, Func<long, bool> fits, CancellationToken cancellationToken)
    {
        await ReadAsync(
            entries,
            reader => collection.AddEntry(
                reader.GetGuid(0),
                reader.GetGuid(1),
                places.WordsInMemory ? reader.GetString(2) : null,
                reader.GetBoolean(3)),
            collection,
            fits,
            cancellationToken);

        if (!places.VectorsInMemory)
        {
            return;
        }

        // A query of its own: joined to the texts, the database would sort or hash gigabytes of vectors.
        await ReadAsync(
            SqlText.Of(
                $"""
                SELECT embedding.item_id, embedding.key, embedding.vector
                FROM knowledge.document JOIN knowledge.embedding ON embedding.document_id = document.id
                WHERE {documents} AND document.enabled AND NOT document.archived
                """),
            reader => collection.AddVector(
                reader.GetGuid(0), reader.GetString(1), VectorBytes.Read(reader.GetFieldValue<byte[]>(2))),
            collection,
            fits,
            cancellationToken);
    }

    private async Task ReadAsync(
        SqlText sql,
        Action<NpgsqlDataReader> add,
        Collection collection,
        Func<long, bool> fits,
        CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var reader in database.StreamAsync(sql, cancellationToken))
        {
            add(reader);
            if (++count % EntriesBetweenChecks == 0)
            {
                ThrowUnlessFits();
            }
        }

        ThrowUnlessFits();

        void ThrowUnlessFits()
        {
            if (!fits(collection.EstimatedBytes))
            {
                throw new CollectionTooLargeException(collection.EstimatedBytes, collection.Count);
            }
        }
    }
}
