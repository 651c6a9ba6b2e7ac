using Middeck.Operations.Checks;
using Middeck.Storage.Sql;

namespace Middeck.Operations.Databases;

/// <summary>What an operator wants to know of the database.</summary>
/// <param name="Private">Whether it is the home's own cluster.</param>
/// <param name="Host">The machine or socket folder.</param>
/// <param name="Port">The port.</param>
/// <param name="Database">Its name.</param>
/// <param name="Version">The server's version, such as <c>15.13</c>.</param>
/// <param name="StartedAt">When the server started.</param>
/// <param name="SizeBytes">Bytes on disk.</param>
/// <param name="Connections">Connections that are open, of all programs.</param>
/// <param name="MaxConnections">How many there can be.</param>
/// <param name="HitRatio">Part of the blocks that were found in memory, 0 to 1.</param>
/// <param name="Commits">Transactions since the statistics began.</param>
/// <param name="Rollbacks">Those that were undone.</param>
/// <param name="LargestTables">The five largest tables.</param>
public sealed record DatabaseFacts(
    bool Private,
    string Host,
    int Port,
    string Database,
    string Version,
    DateTimeOffset StartedAt,
    long SizeBytes,
    int Connections,
    int MaxConnections,
    double HitRatio,
    long Commits,
    long Rollbacks,
    IReadOnlyList<TableSize> LargestTables)
{
    /// <summary>Asks the scene's database.</summary>
    /// <exception cref="RefusedException">It does not answer.</exception>
    public static async Task<DatabaseFacts> ReadAsync(CheckScene scene, CancellationToken cancellationToken)
    {
        var database = await scene.Database.OpenAsync(cancellationToken)
            ?? throw new RefusedException(ExitCode.NotRunning, DatabaseMessages.Unreachable(scene.Database.Problem!.Reason));
        var tables = await database.QueryAsync(
            $"""
            SELECT schemaname || '.' || relname AS name, pg_total_relation_size(relid) AS bytes, n_live_tup AS rows
            FROM pg_stat_user_tables ORDER BY pg_total_relation_size(relid) DESC LIMIT 5
            """,
            row => new TableSize(row.Get<string>("name"), row.Get<long>("bytes"), row.Get<long>("rows")),
            cancellationToken);
        var facts = await database.FirstOrDefaultAsync(
            $"""
            SELECT current_setting('server_version') AS version, pg_postmaster_start_time() AS started,
                   pg_database_size(current_database()) AS size, current_setting('max_connections')::int AS most,
                   (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS used,
                   coalesce(blks_hit::float8 / nullif(blks_hit + blks_read, 0), 1) AS hits, xact_commit AS commits,
                   xact_rollback AS rollbacks
            FROM pg_stat_database WHERE datname = current_database()
            """,
            row => new DatabaseFacts(
                scene.Database.IsPrivate,
                scene.Database.Settings!.Host ?? "",
                scene.Database.Settings.Port,
                scene.Database.Settings.Database ?? "",
                row.Get<string>("version").Split(' ')[0],
                row.Get<DateTimeOffset>("started"),
                row.Get<long>("size"),
                row.Get<int>("used"),
                row.Get<int>("most"),
                row.Get<double>("hits"),
                row.Get<long>("commits"),
                row.Get<long>("rollbacks"),
                tables),
            cancellationToken);
        return facts!;
    }
}

/// <summary>How large a table is.</summary>
/// <param name="Name">With its schema.</param>
/// <param name="SizeBytes">Bytes on disk with its indexes.</param>
/// <param name="Rows">About how many rows it has.</param>
public sealed record TableSize(string Name, long SizeBytes, long Rows);
