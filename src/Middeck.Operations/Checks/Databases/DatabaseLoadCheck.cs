using System.Globalization;
using Middeck.Operations.Language;
using Middeck.Storage.Sql;

namespace Middeck.Operations.Checks.Databases;

/// <summary>Whether something keeps the database busy or waiting: slow statements, locks, forgotten transactions, connections.</summary>
internal sealed class DatabaseLoadCheck() : DatabaseCheck(
    "database_load", new Message("No statement blocks the database", "数据库没有慢查询和阻塞"))
{
    private const double MostConnections = 0.8;
    private const int ForgottenSeconds = 300;
    private const int BlockedSeconds = 10;

    protected override async Task<IReadOnlyList<Finding>> FindAsync(
        CheckScene scene, Storage.Sql.Database database, CancellationToken cancellationToken)
    {
        var limit = scene.Options.SlowQuerySeconds;
        var statements = await database.QueryAsync(
            $"""
            SELECT pid, state, extract(epoch FROM clock_timestamp() - query_start)::float8 AS query_seconds,
                   extract(epoch FROM clock_timestamp() - state_change)::float8 AS state_seconds,
                   coalesce(pg_blocking_pids(pid), ARRAY[]::int[]) AS blockers, left(regexp_replace(query, '\s+', ' ', 'g'), 120) AS query
            FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
              AND query_start IS NOT NULL
            """,
            Statement.Map,
            cancellationToken);
        return
        [
            .. statements.Where(one => one.State == "active" && one.Blockers.Length == 0 && one.QuerySeconds > limit)
                .Select(one => Slow(database, one)),
            .. statements.Where(one => one.Blockers.Length > 0 && one.QuerySeconds > BlockedSeconds)
                .Select(one => Blocked(database, one)),
            .. statements.Where(one => one.State.StartsWith("idle in transaction", StringComparison.Ordinal) && one.StateSeconds > ForgottenSeconds)
                .Select(one => Forgotten(database, one)),
            .. await ConnectionsAsync(database, cancellationToken),
        ];
    }

    private static Finding Slow(Storage.Sql.Database database, Statement one) => new(
        "database_load.slow_query",
        Severity.Warning,
        new Message(
            $"A statement runs for {one.QuerySeconds:0} s (process {one.Pid}): {one.Query}",
            $"有语句已运行 {one.QuerySeconds:0} 秒（进程 {one.Pid}）：{one.Query}"),
        Psql($"SELECT pg_cancel_backend({one.Pid})"))
    {
        Repair = End(database, one.Pid, "pg_cancel_backend", new Message(
            $"Cancel the statement of process {one.Pid}?", $"取消进程 {one.Pid} 的语句？")),
    };

    private static Finding Blocked(Storage.Sql.Database database, Statement one)
    {
        var blocker = one.Blockers[0];
        return new Finding(
            "database_load.blocked",
            Severity.Critical,
            new Message(
                $"A statement waits for {one.QuerySeconds:0} s for a lock that process {blocker} holds: {one.Query}",
                $"有语句已等待 {one.QuerySeconds:0} 秒，锁由进程 {blocker} 持有：{one.Query}"),
            Psql($"SELECT pg_terminate_backend({blocker})"))
        {
            Repair = End(database, blocker, "pg_terminate_backend", new Message(
                $"End the connection of process {blocker}? Its transaction is undone.", $"断开进程 {blocker} 的连接？其事务会回滚。")),
        };
    }

    private static Finding Forgotten(Storage.Sql.Database database, Statement one) => new(
        "database_load.idle_in_transaction",
        Severity.Warning,
        new Message(
            $"A transaction is open and idle for {one.StateSeconds:0} s (process {one.Pid}): {one.Query}",
            $"有事务已空闲 {one.StateSeconds:0} 秒仍未结束（进程 {one.Pid}）：{one.Query}"),
        Psql($"SELECT pg_terminate_backend({one.Pid})"))
    {
        Repair = End(database, one.Pid, "pg_terminate_backend", new Message(
            $"End the connection of process {one.Pid}? Its transaction is undone.", $"断开进程 {one.Pid} 的连接？其事务会回滚。")),
    };

    private static async Task<IEnumerable<Finding>> ConnectionsAsync(
        Storage.Sql.Database database, CancellationToken cancellationToken)
    {
        var (used, most) = await database.FirstOrDefaultAsync(
            $"""
            SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS used,
                   current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS most
            """,
            row => (row.Get<int>("used"), row.Get<int>("most")),
            cancellationToken);
        return used < most * MostConnections
            ? []
            : [new Finding(
                "database_load.connections",
                Severity.Warning,
                new Message(
                    $"{used} of {most} connections of the database are taken.", $"数据库连接已使用 {used}/{most}。"),
                Psql("SELECT application_name, state, count(*) FROM pg_stat_activity GROUP BY 1, 2 ORDER BY 3 DESC"))];
    }

    private static Repair End(Storage.Sql.Database database, int pid, string function, Message question) => new(
        question,
        (_, cancellationToken) => function == "pg_cancel_backend"
            ? database.ExecuteAsync($"SELECT pg_cancel_backend({pid})", cancellationToken)
            : database.ExecuteAsync($"SELECT pg_terminate_backend({pid})", cancellationToken));

    private static string Psql(string sql) => string.Create(CultureInfo.InvariantCulture, $"middeck db shell -- -c \"{sql}\"");

    private sealed record Statement(int Pid, string State, double QuerySeconds, double StateSeconds, int[] Blockers, string Query)
    {
        public static Statement Map(Row row) => new(
            row.Get<int>("pid"),
            row.Get<string?>("state") ?? "",
            row.Get<double?>("query_seconds") ?? 0,
            row.Get<double?>("state_seconds") ?? 0,
            row.Get<int[]>("blockers"),
            row.Get<string?>("query") ?? "");
    }
}
