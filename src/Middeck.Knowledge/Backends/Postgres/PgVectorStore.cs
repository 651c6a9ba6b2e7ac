using Middeck.Core.Errors;
using Middeck.Search;
using Npgsql;

namespace Middeck.Knowledge.Backends.Postgres;

/// <summary>
/// Keeps vectors in PostgreSQL with pgvector 0.7 or later, a table for each collection. The tables are made on demand and not by
/// a migration, for most databases do not have the extension.
/// </summary>
/// <param name="source">The database.</param>
/// <param name="ownsSource">Whether the source goes with the store; the platform's own does not.</param>
/// <param name="timeout">Until a statement is given up, whole seconds.</param>
internal sealed class PgVectorStore(NpgsqlDataSource source, bool ownsSource, TimeSpan timeout) : IVectorStore, IDisposable
{
    // How many neighbours a walk through the graph keeps in mind: pgvector's default and its limit.
    private const int LeastEffort = 40;
    private const int MostEffort = 1000;

    private readonly PgVectorConnections _connections = new(source, timeout);
    private readonly PgVectorSchema _schema = new(new PgVectorConnections(source, timeout));

    public string Name => "pgvector";

    public Task EnsureAsync(VectorCollection collection, CancellationToken cancellationToken)
        => _connections.UseAsync(
            async connection =>
            {
                var found = await _schema.DimensionsAsync(connection, collection, cancellationToken);
                if (found is null)
                {
                    await _schema.CreateAsync(connection, collection, cancellationToken);
                    found = await _schema.DimensionsAsync(connection, collection, cancellationToken);
                }

                return found == collection.Dimensions ? true : throw OtherOrMissing(collection, found);
            },
            cancellationToken);

    public async Task UpsertAsync(
        VectorCollection collection, IReadOnlyList<VectorEntry> entries, CancellationToken cancellationToken)
    {
        VectorChecks.ThrowIfUnfit(collection, entries);
        foreach (var batch in Batches.Of(entries, static entry => entry.Id))
        {
            await _connections.UseAsync(
                connection => UpsertBatchAsync(connection, collection, batch, cancellationToken), cancellationToken);
        }
    }

    public Task RemoveDocumentAsync(VectorCollection collection, Guid documentId, CancellationToken cancellationToken)
        => DeleteAsync(new PgVectorTable(collection).RemoveDocument, documentId, cancellationToken);

    public Task RemoveAsync(VectorCollection collection, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        => DeleteAsync(new PgVectorTable(collection).Remove, ids.ToArray(), cancellationToken);

    public async Task<IReadOnlyList<ScoredId>> SearchAsync(
        VectorCollection collection,
        ReadOnlyMemory<float> query,
        int limit,
        IReadOnlyCollection<Guid>? documents,
        CancellationToken cancellationToken)
    {
        if (!VectorChecks.CanFind(collection, query.Span, limit, documents))
        {
            return [];
        }

        var table = new PgVectorTable(collection);
        var text = VectorText.Of(query.Span);
        var most = Math.Min(limit, Batches.MostHits);
        return await _connections.UseAsync<IReadOnlyList<ScoredId>>(
            async connection =>
            {
                try
                {
                    await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                    await PrepareWalkAsync(connection, most, cancellationToken);
                    await using var command = documents is null
                        ? _connections.Command(connection, table.Search, text, most)
                        : _connections.Command(connection, table.SearchDocuments, text, most, documents.ToArray());
                    return await HitsAsync(command, cancellationToken);
                }
                catch (PostgresException ex) when (PgVectorSchema.IsMissing(ex))
                {
                    return [];
                }
            },
            cancellationToken);
    }

    public Task DropAsync(Guid baseId, CancellationToken cancellationToken)
        => _connections.UseAsync(
            async connection =>
            {
                await _schema.DropAsync(connection, baseId, cancellationToken);
                return true;
            },
            cancellationToken);

    public void Dispose()
    {
        if (ownsSource)
        {
            source.Dispose();
        }
    }

    private FaultException OtherOrMissing(VectorCollection collection, int? found)
        => found is { } other ? IndexFaults.OtherDimensions(Name, collection, other) : IndexFaults.Missing(Name);

    private async Task<int> UpsertBatchAsync(
        NpgsqlConnection connection,
        VectorCollection collection,
        VectorEntry[] batch,
        CancellationToken cancellationToken)
    {
        try
        {
            await using var command = _connections.Command(
                connection,
                new PgVectorTable(collection).Upsert,
                Array.ConvertAll(batch, static entry => entry.Id),
                Array.ConvertAll(batch, static entry => entry.DocumentId),
                Array.ConvertAll(batch, static entry => VectorText.Of(entry.Vector.Span)));
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException ex) when (ex.SqlState == PostgresErrorCodes.DataException || PgVectorSchema.IsMissing(ex))
        {
            var found = await _schema.DimensionsAsync(connection, collection, cancellationToken);
            throw found == collection.Dimensions ? PgVectorFaults.Of(ex) : OtherOrMissing(collection, found);
        }
    }

    // Removed rows stay in the graph until a vacuum and take places in the walk, so it looks for more than are asked for, and
    // goes on where the server can (pgvector 0.8). The first column loads the extension, without which its settings are unknown.
    private async Task PrepareWalkAsync(NpgsqlConnection connection, int limit, CancellationToken cancellationToken)
    {
        await using var effort = _connections.Command(
            connection,
            "SELECT '[1]'::vector IS NULL, set_config('hnsw.ef_search', $1, true)",
            $"{Math.Clamp(2L * limit, LeastEffort, MostEffort)}");
        await effort.ExecuteNonQueryAsync(cancellationToken);
        await using var onward = _connections.Command(
            connection,
            "SELECT set_config('hnsw.iterative_scan', 'strict_order', true) WHERE current_setting('hnsw.iterative_scan', true) <> ''");
        await onward.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<ScoredId>> HitsAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var hits = new List<ScoredId>();
        while (await reader.ReadAsync(cancellationToken))
        {
            // A stored vector of zeros has no angle to anything.
            if (reader.GetDouble(1) is var score && !double.IsNaN(score))
            {
                hits.Add(new ScoredId(reader.GetGuid(0), (float)score));
            }
        }

        return hits;
    }

    private Task<int> DeleteAsync<T>(string sql, T what, CancellationToken cancellationToken)
        where T : notnull
        => _connections.UseAsync(
            async connection =>
            {
                try
                {
                    await using var command = _connections.Command(connection, sql, what);
                    return await command.ExecuteNonQueryAsync(cancellationToken);
                }
                catch (PostgresException ex) when (PgVectorSchema.IsMissing(ex))
                {
                    return 0;
                }
            },
            cancellationToken);
}
