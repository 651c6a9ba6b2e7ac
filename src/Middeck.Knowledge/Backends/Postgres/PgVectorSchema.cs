using Npgsql;

namespace Middeck.Knowledge.Backends.Postgres;

/// <summary>Makes, looks up and drops the tables.</summary>
internal sealed class PgVectorSchema(PgVectorConnections connections)
{
    /// <summary>Whether the statement failed because the collection was never made, or the whole schema or extension neither.</summary>
    public static bool IsMissing(PostgresException answer) => answer.SqlState
        is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedObject;

    /// <summary>The length of the vectors in the collection's table; null when there is none.</summary>
    public async Task<int?> DimensionsAsync(
        NpgsqlConnection connection, VectorCollection collection, CancellationToken cancellationToken)
    {
        // A column's type modifier is, for a vector, its number of dimensions.
        await using var command = connections.Command(
            connection,
            "SELECT atttypmod FROM pg_attribute WHERE attrelid = to_regclass($1) AND attname = 'embedding'",
            new PgVectorTable(collection).Name);
        return (int?)await command.ExecuteScalarAsync(cancellationToken);
    }

    public async Task CreateAsync(
        NpgsqlConnection connection, VectorCollection collection, CancellationToken cancellationToken)
    {
        var table = new PgVectorTable(collection);
        string?[] steps =
        [
            // IF NOT EXISTS does not help two nodes that look at the same moment.
            "SELECT pg_advisory_xact_lock(hashtext('knowledge_vectors'))",
            "CREATE EXTENSION IF NOT EXISTS vector",
            $"CREATE SCHEMA IF NOT EXISTS {PgVectorTable.Schema}",
            table.Create,
            table.CreateDocumentIndex,
            table.CreateGraph,
        ];
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var step in steps.OfType<string>())
        {
            await using var command = connections.Command(connection, step);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Drops all tables of a base.</summary>
    public async Task DropAsync(NpgsqlConnection connection, Guid baseId, CancellationToken cancellationToken)
    {
        foreach (var name in await TablesAsync(connection, baseId, cancellationToken))
        {
            await using var drop = connections.Command(connection, $"DROP TABLE IF EXISTS {PgVectorTable.Quoted(name)}");
            await drop.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task<List<string>> TablesAsync(
        NpgsqlConnection connection, Guid baseId, CancellationToken cancellationToken)
    {
        await using var find = connections.Command(
            connection,
            "SELECT tablename::text FROM pg_tables WHERE schemaname = $1 AND starts_with(tablename::text, $2)",
            PgVectorTable.Schema,
            VectorCollection.NamePrefix(baseId));
        await using var reader = await find.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
