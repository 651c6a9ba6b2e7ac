namespace Middeck.Storage.Sql;

/// <summary>The short forms of queries.</summary>
public static class SqlExtensions
{
    /// <summary>The first row, or default when there is none.</summary>
    public static async Task<T?> FirstOrDefaultAsync<T>(
        this ISql sql, SqlText text, Func<Row, T> map, CancellationToken cancellationToken)
    {
        var rows = await sql.QueryAsync(text, map, cancellationToken);
        return rows.Count == 0 ? default : rows[0];
    }

    /// <summary>The first column of the first row, or default when there is no row or it is null.</summary>
    public static Task<T?> ScalarAsync<T>(this ISql sql, SqlText text, CancellationToken cancellationToken)
        => sql.FirstOrDefaultAsync(text, static row => row.At<T?>(0), cancellationToken);
}
