using Npgsql;

namespace Middeck.Storage.Sql;

internal static class SqlRunner
{
    public static async Task<List<T>> QueryAsync<T>(
        NpgsqlConnection connection,
        NpgsqlTransaction? transaction,
        SqlText sql,
        Func<Row, T> map,
        CancellationToken cancellationToken)
    {
        await using var command = Command(connection, transaction, sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(map(new Row(reader)));
        }

        return rows;
    }

    public static async Task<int> ExecuteAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, SqlText sql, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, transaction, sql);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<IReadOnlyList<int>> ExecuteAllAsync(
        NpgsqlConnection connection, IReadOnlyList<SqlText> statements, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var sql in statements)
        {
            var command = new NpgsqlBatchCommand();
            sql.Fill(command);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        return [.. batch.BatchCommands.OfType<NpgsqlBatchCommand>().Select(static command => command.RecordsAffected)];
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, NpgsqlTransaction? transaction, SqlText sql)
    {
        var command = new NpgsqlCommand { Connection = connection, Transaction = transaction };
        sql.Fill(command);
        return command;
    }
}
