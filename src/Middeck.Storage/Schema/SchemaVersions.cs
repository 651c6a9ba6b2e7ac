using Npgsql;

namespace Middeck.Storage.Schema;

/// <summary>How far a database's schema is.</summary>
public static class SchemaVersions
{
    /// <summary>The newest migration of each room; empty for a database that is not ours or was never migrated.</summary>
    public static async Task<SortedDictionary<string, int>> ReadAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var versions = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await using var exists = new NpgsqlCommand("SELECT to_regclass('storage.migration') IS NOT NULL", connection);
        if (await exists.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return versions;
        }

        await using var command = new NpgsqlCommand(
            "SELECT room, max(number) FROM storage.migration GROUP BY room", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            versions.Add(reader.GetString(0), reader.GetInt32(1));
        }

        return versions;
    }
}
