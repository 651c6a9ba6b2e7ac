using Middeck.Operations.Checks;
using Middeck.Operations.Postgres;
using Middeck.Testing;
using Npgsql;

namespace Middeck.Operations.Tests.Checks;

/// <summary>The home's own PostgreSQL, stopped, locked out of, and kept busy.</summary>
public sealed class BrokenDatabaseTests : HomeTest
{
    private readonly Doctor _doctor;
    private PrivateDatabase? _database;

    public BrokenDatabaseTests()
    {
        _doctor = new Doctor(Test.Home) { Up = StartAsync };
    }

    [Fact]
    public async Task Whatever_is_wrong_with_the_database_is_told_apart_and_repaired()
    {
        await StartAsync(CancellationToken.None);
        Assert.Empty(await _doctor.LookAsync("database"));

        await _database!.DisposeAsync();
        Assert.Equal("middeck up", (await _doctor.FindAsync("database.stopped")).Command);
        await _doctor.RepairAsync("database.stopped");

        await File.WriteAllTextAsync(PostgresPassword.PathIn(Test.Home), "wrong\n");
        await _doctor.RepairAsync("database.refused");

        _doctor.Clock = new FakeClock(TimeProvider.System.GetUtcNow().AddMinutes(10));
        Assert.Contains("ahead of the database's", (await _doctor.FindAsync("clock.skewed")).Sentence.English, StringComparison.Ordinal);

        await AssertSlowStatementIsCancelledAsync();
    }

    [Fact]
    public async Task Somebody_elses_database_that_is_not_there_or_refuses_names_the_key_to_correct()
    {
        _doctor.Environment["DATABASE_URL"] = "postgres://user:secret-word@127.0.0.1:1/x";
        var stopped = await _doctor.FindAsync("database.stopped");
        Assert.Equal((Severity.Critical, "sudo systemctl start postgresql"), (stopped.Severity, stopped.Command));
        Assert.Null(stopped.Repair);

        _doctor.Environment["DATABASE_URL"] = "postgres://nowhere.invalid/x";
        Assert.Contains("database.connection (DATABASE_URL)", (await _doctor.FindAsync("database.unreachable")).Sentence.English, StringComparison.Ordinal);
    }

    private async Task AssertSlowStatementIsCancelledAsync()
    {
        await File.WriteAllTextAsync(Test.Home.ConfigurationFile, "doctor:\n  slow_query_seconds: 1\n");
        var slow = Sql.ExecuteAsync(PostgresRecord.ConnectionString(Test.Home)!, "SELECT pg_sleep(60)");

        await Eventually.TrueAsync(
            () => _doctor.LookAsync("database_load").GetAwaiter().GetResult().Any(finding => finding.Code == "database_load.slow_query"),
            "the statement counts as slow");
        await _doctor.RepairAsync("database_load.slow_query");

        Assert.Equal(PostgresErrorCodes.QueryCanceled, (await Assert.ThrowsAsync<PostgresException>(() => slow)).SqlState);
    }

    private async Task StartAsync(CancellationToken cancellationToken)
        => _database = await PrivateDatabase.StartAsync(Test.Home, TimeProvider.System, cancellationToken);
}
