using System.Data;
using Middeck.Storage.Schema;
using Npgsql;

namespace Middeck.Operations.Backup.Database;

/// <summary>One moment of a database, held while it is dumped and counted.</summary>
internal sealed class DatabaseSnapshot : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private DatabaseSnapshot(NpgsqlConnection connection, NpgsqlTransaction transaction, string id)
    {
        _connection = connection;
        _transaction = transaction;
        Id = id;
    }

    /// <summary>What <c>pg_dump --snapshot</c> takes.</summary>
    public string Id { get; }

    public static async Task<DatabaseSnapshot> TakeAsync(DatabaseAddress address, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(address.Connection);
        try
        {
            await connection.OpenAsync(cancellationToken);
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            await using var command = new NpgsqlCommand("SELECT pg_export_snapshot()", connection, transaction);
            return new DatabaseSnapshot(connection, transaction, (string)(await command.ExecuteScalarAsync(cancellationToken))!);
        }
        catch (Exception ex)
        {
            await connection.DisposeAsync();
            throw ex is NpgsqlException
                ? new RefusedException(ExitCode.StartFailed, BackupMessages.NoDatabase(address.Shown, ex.Message), ex)
                : ex;
        }
    }

    public async Task<DatabaseFacts> FactsAsync(CancellationToken cancellationToken)
    {
        var bytes = (long)(await ScalarAsync("SELECT pg_database_size(current_database())", cancellationToken))!;
        var schema = await SchemaVersions.ReadAsync(_connection, cancellationToken);
        return new DatabaseFacts(_connection.PostgreSqlVersion.Major, schema, bytes);
    }

    /// <summary>How many rows each table has.</summary>
    public async Task<SortedDictionary<string, long>> CountAsync(CancellationToken cancellationToken)
    {
        var tables = new List<(string Name, string Quoted)>();
        await using (var command = Command("""
            SELECT schemaname || '.' || tablename, format('%I.%I', schemaname, tablename) FROM pg_tables
            WHERE schemaname NOT LIKE 'pg\_%' AND schemaname <> 'information_schema'
            """))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                tables.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, quoted) in tables)
        {
            // The server quoted the name itself.
            counts[name] = (long)(await ScalarAsync($"SELECT count(*) FROM ONLY {quoted}", cancellationToken))!;
        }

        return counts;
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private NpgsqlCommand Command(string sql) => new(sql, _connection, _transaction);

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
