using Middeck.Operations.Language;
using Middeck.Storage.Sql;

namespace Middeck.Operations.Checks.Databases;

/// <summary>Whether the database is kept in order: dead rows, indexes that do not count, old transaction numbers, checksums.</summary>
internal sealed class DatabaseUpkeepCheck() : DatabaseCheck(
    "database_upkeep", new Message("The database is kept in order", "数据库维护良好"))
{
    private const int FewDeadRows = 50_000;
    private const int OldestTransaction = 1_500_000_000;
    private const int OldestSupported = 15;
    private const int NewestSupported = 17;

    protected override async Task<IReadOnlyList<Finding>> FindAsync(
        CheckScene scene, Storage.Sql.Database database, CancellationToken cancellationToken) =>
    [
        .. await VersionAsync(database, cancellationToken),
        .. await DeadRowsAsync(database, cancellationToken),
        .. await InvalidIndexesAsync(database, cancellationToken),
        .. await WholeAsync(database, cancellationToken),
    ];

    private static async Task<IEnumerable<Finding>> VersionAsync(
        Storage.Sql.Database database, CancellationToken cancellationToken)
    {
        var major = await database.ScalarAsync<int>($"SELECT current_setting('server_version_num')::int / 10000", cancellationToken);
        return major is >= OldestSupported and <= NewestSupported
            ? []
            : [new Finding(
                "database_upkeep.version",
                major < OldestSupported ? Severity.Critical : Severity.Warning,
                new Message(
                    $"The database is PostgreSQL {major}; Middeck is tried with {OldestSupported} to {NewestSupported}.",
                    $"数据库为 PostgreSQL {major}，Middeck 支持 {OldestSupported} 至 {NewestSupported}。"))];
    }

    private static async Task<IEnumerable<Finding>> DeadRowsAsync(
        Storage.Sql.Database database, CancellationToken cancellationToken)
    {
        var tables = await database.QueryAsync(
            $"""
            SELECT format('%I.%I', schemaname, relname) AS name, n_dead_tup AS dead, n_live_tup AS live
            FROM pg_stat_user_tables
            WHERE n_dead_tup > {FewDeadRows} AND n_dead_tup > n_live_tup / 2
            ORDER BY n_dead_tup DESC LIMIT 5
            """,
            row => (Name: row.Get<string>("name"), Dead: row.Get<long>("dead"), Live: row.Get<long>("live")),
            cancellationToken);
        return tables.Select(table => new Finding(
            "database_upkeep.dead_rows",
            Severity.Warning,
            new Message(
                $"{table.Name} holds {table.Dead} dead rows beside {table.Live} live ones: autovacuum does not keep up.",
                $"{table.Name} 有 {table.Dead} 行无效数据（有效 {table.Live} 行），自动清理跟不上。"),
            $"middeck db shell -- -c \"VACUUM (ANALYZE) {table.Name}\"")
        {
            Repair = Maintain(database, $"VACUUM (ANALYZE) {table.Name}", new Message(
                $"Clean up {table.Name} now? It can be used meanwhile.", $"现在清理 {table.Name}？期间可正常使用。")),
        });
    }

    private static async Task<IEnumerable<Finding>> InvalidIndexesAsync(
        Storage.Sql.Database database, CancellationToken cancellationToken)
    {
        var indexes = await database.QueryAsync(
            $"SELECT indexrelid::regclass::text AS name FROM pg_index WHERE NOT indisvalid",
            row => row.Get<string>("name"),
            cancellationToken);
        return indexes.Select(index => new Finding(
            "database_upkeep.invalid_index",
            Severity.Warning,
            new Message(
                $"The index {index} was not finished and serves nobody.", $"索引 {index} 未创建完成，无法使用。"),
            $"middeck db shell -- -c \"REINDEX INDEX CONCURRENTLY {index}\"")
        {
            Repair = Maintain(database, $"REINDEX INDEX CONCURRENTLY {index}", new Message(
                $"Build the index {index} anew? Its table can be used meanwhile.", $"重建索引 {index}？期间可正常使用。")),
        });
    }

    private static async Task<IEnumerable<Finding>> WholeAsync(
        Storage.Sql.Database database, CancellationToken cancellationToken)
    {
        var (age, broken) = await database.FirstOrDefaultAsync(
            $"""
            SELECT age(d.datfrozenxid) AS age, coalesce(s.checksum_failures, 0) AS broken
            FROM pg_database d JOIN pg_stat_database s ON s.datid = d.oid
            WHERE d.datname = current_database()
            """,
            row => (row.Get<int>("age"), row.Get<long>("broken")),
            cancellationToken);
        var findings = new List<Finding>();
        if (age > OldestTransaction)
        {
            findings.Add(new Finding(
                "database_upkeep.wraparound",
                Severity.Critical,
                new Message(
                    $"The oldest transaction number is {age} old: at two billion the database stops to write.",
                    $"最旧的事务号已有 {age}，达到 20 亿后数据库将停止写入。"),
                "middeck db shell -- -c \"VACUUM (FREEZE)\"")
            {
                Repair = Maintain(database, "VACUUM (FREEZE)", new Message(
                    "Freeze old rows now? It may take long.", "现在冻结旧数据？可能耗时较长。")),
            });
        }

        if (broken > 0)
        {
            findings.Add(new Finding(
                "database_upkeep.checksum",
                Severity.Critical,
                new Message(
                    $"{broken} blocks of the database did not have the checksum that they were written with: the disk is failing.",
                    $"数据库有 {broken} 个数据块校验失败：磁盘可能损坏。"),
                "middeck backup create"));
        }

        return findings;
    }

    // Names come quoted from the server's own catalogue; these statements take no parameters and no transaction.
    private static Repair Maintain(Storage.Sql.Database database, string statement, Message question) => new(
        question,
        async (_, cancellationToken) =>
        {
            await using var command = database.Source.CreateCommand(statement);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellationToken);
        });
}
