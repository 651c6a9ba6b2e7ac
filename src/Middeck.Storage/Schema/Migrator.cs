using Microsoft.Extensions.Logging;
using Npgsql;

namespace Middeck.Storage.Schema;

/// <summary>
/// Brings the schema to this version: each room's files in order, each in a transaction of its own together with its row in
/// <c>storage.migration</c>, under an advisory lock, so that several nodes may start at once.
/// </summary>
public sealed partial class Migrator(NpgsqlDataSource source, IEnumerable<MigrationSet> sets, ILogger<Migrator> logger)
{
    // Any constant will do; this one spells "middeck".
    private const long LockKey = 0x6D69646465636B;

    /// <summary>Applies what is missing.</summary>
    /// <returns>How many files were applied.</returns>
    /// <exception cref="MigrationFailedException">A file was edited after it was applied, failed, or is newer than this program.</exception>
    public async Task<int> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, null, $"SELECT pg_advisory_lock({LockKey})", cancellationToken);
        try
        {
            await ExecuteAsync(
                connection,
                null,
                """
                CREATE SCHEMA IF NOT EXISTS storage;
                CREATE TABLE IF NOT EXISTS storage.migration (
                    room text NOT NULL,
                    number integer NOT NULL,
                    name text NOT NULL,
                    checksum text NOT NULL,
                    applied_at timestamptz NOT NULL DEFAULT now(),
                    PRIMARY KEY (room, number)
                );
                """,
                cancellationToken);
            return await ApplyAsync(connection, cancellationToken);
        }
        finally
        {
            await ExecuteAsync(connection, null, $"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    /// <summary>Compares the schema with this program's files. Changes nothing.</summary>
    public async Task<SchemaState> CompareAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var exists = new NpgsqlCommand("SELECT to_regclass('storage.migration') IS NOT NULL", connection);
        var applied = await exists.ExecuteScalarAsync(cancellationToken) is true
            ? await AppliedAsync(connection, cancellationToken)
            : [];
        List<MigrationFile> files = [.. sets.OrderBy(set => set.Order).SelectMany(MigrationFile.ReadAll)];
        var newest = files.GroupBy(file => file.Room).ToDictionary(room => room.Key, room => room.Max(file => file.Number));
        return new SchemaState(
            [.. files.Where(file => !applied.ContainsKey((file.Room, file.Number))).Select(NameOf)],
            [.. applied.Keys.Where(key => key.Number > newest.GetValueOrDefault(key.Room)).Select(key => key.Room).Distinct()],
            [.. files.Where(file => applied.TryGetValue((file.Room, file.Number), out var checksum) && checksum != file.Checksum)
                .Select(NameOf)]);
    }

    private static string NameOf(MigrationFile file) => $"{file.Room}/{file.Number:0000}_{file.Name}";

    private async Task<int> ApplyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = await AppliedAsync(connection, cancellationToken);
        var count = 0;
        foreach (var set in sets.OrderBy(set => set.Order))
        {
            var files = MigrationFile.ReadAll(set);
            RefuseNewer(set.Room, files, applied);
            foreach (var file in files)
            {
                if (applied.TryGetValue((file.Room, file.Number), out var checksum))
                {
                    RefuseEdited(file, checksum);
                    continue;
                }

                await ApplyAsync(connection, file, cancellationToken);
                count++;
            }
        }

        return count;
    }

    private async Task ApplyAsync(NpgsqlConnection connection, MigrationFile file, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await ExecuteAsync(connection, transaction, $"CREATE SCHEMA IF NOT EXISTS {file.Room}", cancellationToken);
            await ExecuteAsync(connection, transaction, file.Sql, cancellationToken);
            await using var insert = new NpgsqlCommand(
                "INSERT INTO storage.migration (room, number, name, checksum) VALUES ($1, $2, $3, $4)",
                connection,
                transaction);
            insert.Parameters.Add(new() { Value = file.Room });
            insert.Parameters.Add(new() { Value = file.Number });
            insert.Parameters.Add(new() { Value = file.Name });
            insert.Parameters.Add(new() { Value = file.Checksum });
            await insert.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException ex)
        {
            throw new MigrationFailedException(
                $"Migration {file.Room}/{file.Number:0000}_{file.Name} failed and was undone: {ex.MessageText} "
                + "Nothing was changed by it; repair the cause and start again.",
                ex);
        }

        LogApplied(file.Room, file.Number, file.Name);
    }

    private static async Task<Dictionary<(string Room, int Number), string>> AppliedAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = new Dictionary<(string, int), string>();
        await using var command = new NpgsqlCommand("SELECT room, number, checksum FROM storage.migration", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add((reader.GetString(0), reader.GetInt32(1)), reader.GetString(2));
        }

        return applied;
    }

    private static void RefuseNewer(
        string room, IReadOnlyList<MigrationFile> files, Dictionary<(string Room, int Number), string> applied)
    {
        var known = files.Count == 0 ? 0 : files[^1].Number;
        var newest = applied.Keys.Where(key => key.Room == room).Select(key => key.Number).DefaultIfEmpty().Max();
        if (newest > known)
        {
            throw new MigrationFailedException(
                $"The database's schema '{room}' is at version {newest}, newer than this program's {known}. "
                + "Start the newer program, or restore a backup that this one made.");
        }
    }

    private static void RefuseEdited(MigrationFile file, string checksum)
    {
        if (checksum != file.Checksum)
        {
            throw new MigrationFailedException(
                $"Migration {file.Room}/{file.Number:0000}_{file.Name} was applied in another form than this program has. "
                + "Use the program that made the database, or restore a backup.");
        }
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, CancellationToken cancellationToken)
    {
        // Text of our own files and constants, never of a user; a migration may take long.
        await using var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Migration {Room}/{Number}_{Name} is applied.")]
    private partial void LogApplied(string room, int number, string name);
}
