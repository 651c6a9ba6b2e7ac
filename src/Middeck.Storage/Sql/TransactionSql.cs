using Npgsql;

namespace Middeck.Storage.Sql;

internal sealed class TransactionSql(NpgsqlConnection connection, NpgsqlTransaction transaction) : ISql
{
    public Task<List<T>> QueryAsync<T>(SqlText sql, Func<Row, T> map, CancellationToken cancellationToken)
        => SqlRunner.QueryAsync(connection, transaction, sql, map, cancellationToken);

    public Task<int> ExecuteAsync(SqlText sql, CancellationToken cancellationToken)
        => SqlRunner.ExecuteAsync(connection, transaction, sql, cancellationToken);
}
