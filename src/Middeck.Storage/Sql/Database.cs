using System.Runtime.CompilerServices;
using Npgsql;

namespace Middeck.Storage.Sql;

/// <summary>The platform's database. A connection is taken for one statement or one short transaction, never while waiting for anything else.</summary>
public sealed class Database(NpgsqlDataSource source) : ISql
{
    /// <summary>For COPY, LISTEN and other things that need the driver itself.</summary>
    public NpgsqlDataSource Source { get; } = source;

    /// <inheritdoc />
    public async Task<List<T>> QueryAsync<T>(SqlText sql, Func<Row, T> map, CancellationToken cancellationToken)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellationToken);
        return await SqlRunner.QueryAsync(connection, null, sql, map, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<int> ExecuteAsync(SqlText sql, CancellationToken cancellationToken)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellationToken);
        return await SqlRunner.ExecuteAsync(connection, null, sql, cancellationToken);
    }

    /// <summary>Statements one after the other in one transaction and one round trip: each sees what those before it did.</summary>
    /// <returns>The numbers of rows that each changed.</returns>
    public async Task<IReadOnlyList<int>> ExecuteAllAsync(IReadOnlyList<SqlText> statements, CancellationToken cancellationToken)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellationToken);
        return await SqlRunner.ExecuteAllAsync(connection, statements, cancellationToken);
    }

    /// <summary>
    /// Row after row as they come from the server, for results that must not be in memory at once. The reader stands on the
    /// row until the next is asked for. The connection is taken meanwhile: wait for nothing else between two rows.
    /// </summary>
    public async IAsyncEnumerable<NpgsqlDataReader> StreamAsync(
        SqlText sql, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand { Connection = connection };
        sql.Fill(command);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return reader;
        }
    }

    /// <summary>Does the work in one transaction: committed when it returns, undone when it throws.</summary>
    public async Task<T> InTransactionAsync<T>(Func<ISql, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await work(new TransactionSql(connection, transaction));
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>Does the work in one transaction: committed when it returns, undone when it throws.</summary>
    public Task InTransactionAsync(Func<ISql, Task> work, CancellationToken cancellationToken)
        => InTransactionAsync(
            async sql =>
            {
                await work(sql);
                return true;
            },
            cancellationToken);
}
