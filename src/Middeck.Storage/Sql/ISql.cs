namespace Middeck.Storage.Sql;

/// <summary>Runs statements: on a connection of its own each (<see cref="Database"/>) or inside one transaction.</summary>
public interface ISql
{
    /// <summary>All rows.</summary>
    Task<List<T>> QueryAsync<T>(SqlText sql, Func<Row, T> map, CancellationToken cancellationToken);

    /// <summary>The number of rows that changed.</summary>
    Task<int> ExecuteAsync(SqlText sql, CancellationToken cancellationToken);
}
