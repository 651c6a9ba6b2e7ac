using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;
using Npgsql;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Fills collections from the rows, chunk by chunk as they come: nothing is in memory twice.</summary>
internal sealed class CollectionSource(Database database, IOptions<SearchOptions> options)
{
    private const int ChunksBetweenChecks = 1000;

    public async Task<Collection> LoadAsync(KnowledgeBaseRow row, CancellationToken cancellationToken)
    {
        var collection = new Collection { Revision = row.Revision };
        await using var command = database.Source.CreateCommand(
            """
            SELECT chunk.document_id, chunk.id, chunk.content, chunk.embedding_key, chunk.embedding
            FROM knowledge.chunk
            JOIN knowledge.document ON document.id = chunk.document_id AND document.status = 'completed' AND document.enabled
            WHERE chunk.base_id = $1 AND chunk.enabled
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = row.Id });
        await FillAsync(collection, row, command, cancellationToken);
        return collection;
    }

    /// <summary>Applies what changed since the collection was last brought up to date. False when it must be loaded anew.</summary>
    public async Task<bool> TryRefreshAsync(
        Collection collection, KnowledgeBaseRow row, CancellationToken cancellationToken)
    {
        var known = collection.Revision;
        var changed = await ChangedSinceAsync(row.Id, known, cancellationToken);
        if (changed is null)
        {
            return false;
        }

        foreach (var document in changed)
        {
            collection.Remove(document);
        }

        await using var command = database.Source.CreateCommand(
            """
            SELECT chunk.document_id, chunk.id, chunk.content, chunk.embedding_key, chunk.embedding
            FROM knowledge.chunk
            JOIN knowledge.document ON document.id = chunk.document_id AND document.status = 'completed' AND document.enabled
            WHERE chunk.document_id = ANY($1) AND chunk.base_id = $2 AND chunk.enabled
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. changed] });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = row.Id });
        await FillAsync(collection, row, command, cancellationToken);
        collection.Revision = row.Revision;
        return true;
    }

    private async Task<List<Guid>?> ChangedSinceAsync(Guid baseId, long revision, CancellationToken cancellationToken)
    {
        var trimmed = await database.ScalarAsync<long>(
            $"SELECT removals_trimmed FROM knowledge.base WHERE id = {baseId}", cancellationToken);
        return trimmed > revision
            ? null
            : await database.QueryAsync(
                $"""
                SELECT id FROM knowledge.document WHERE base_id = {baseId} AND revision > {revision}
                UNION
                SELECT document_id FROM knowledge.removal WHERE base_id = {baseId} AND revision > {revision}
                """,
                static row => row.At<Guid>(0),
                cancellationToken);
    }

    private async Task FillAsync(
        Collection collection, KnowledgeBaseRow row, NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        for (var count = 1; await reader.ReadAsync(cancellationToken); count++)
        {
            collection.Add(
                reader.GetGuid(0),
                reader.GetGuid(1),
                reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.IsDBNull(4) ? [] : VectorBytes.Read(reader.GetFieldValue<byte[]>(4)));
            if (count % ChunksBetweenChecks == 0 && collection.EstimatedBytes > options.Value.MemoryBytes)
            {
                throw TooLarge(row);
            }
        }
    }

    private FaultException TooLarge(KnowledgeBaseRow row)
        => new(new Fault(
            FaultKind.Unavailable,
            "knowledge.collection_too_large",
            $"The index of '{row.Name}' takes more than the {options.Value.MemoryBytes / (1024 * 1024)} MB that searches "
            + "may use on this machine. Ask the operator to raise search.memory_bytes, or split the knowledge base."));
}
