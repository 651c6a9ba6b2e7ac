using Npgsql;

namespace Middeck.Operations.Tests;

/// <summary>One statement over one connection that no pool keeps: the server may be restarted at any time here.</summary>
internal static class Sql
{
    public static Task ExecuteAsync(string connection, string statement) => ScalarAsync(connection, statement);

    public static async Task<object?> ScalarAsync(string connection, string statement)
    {
        await using var database = new NpgsqlConnection($"{connection};Pooling=false");
        await database.OpenAsync();
        await using var command = new NpgsqlCommand(statement, database);
        return await command.ExecuteScalarAsync();
    }
}
