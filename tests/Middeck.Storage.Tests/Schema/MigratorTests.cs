using Microsoft.Extensions.Logging.Abstractions;
using Middeck.Storage.Schema;
using Middeck.Testing;

namespace Middeck.Storage.Tests.Schema;

public sealed class MigratorTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly (string, string) First = ("0001_first.sql", "CREATE TABLE {0}.a (id int)");
    private static readonly (string, string) Second = ("0002_second.sql", "CREATE TABLE {0}.b (id int)");

    [Fact]
    public async Task Files_are_applied_in_order_and_once()
    {
        Assert.Equal(1, await MigrateAsync("ordered", First));
        Assert.Equal(1, await MigrateAsync("ordered", Second, First));
        Assert.Equal(0, await MigrateAsync("ordered", First, Second));
        Assert.True(await ExistsAsync("ordered.b"));
    }

    [Fact]
    public async Task A_file_that_was_edited_after_it_was_applied_stops_the_start()
    {
        await MigrateAsync("edited", First);

        var refusal = await Assert.ThrowsAsync<MigrationFailedException>(
            () => MigrateAsync("edited", (First.Item1, First.Item2 + " -- changed"), Second));

        Assert.Contains("edited/0001_first was applied in another form", refusal.Message, StringComparison.Ordinal);
        Assert.False(await ExistsAsync("edited.b"));
    }

    [Fact]
    public async Task Other_line_ends_are_not_an_edit()
    {
        await MigrateAsync("lines", ("0001_first.sql", "CREATE TABLE {0}.a (\n id int)"));

        Assert.Equal(0, await MigrateAsync("lines", ("0001_first.sql", "CREATE TABLE {0}.a (\r\n id int)")));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_stops_the_start()
    {
        await MigrateAsync("newer", First, Second);

        var refusal = await Assert.ThrowsAsync<MigrationFailedException>(() => MigrateAsync("newer", First));

        Assert.Contains("'newer' is at version 2, newer than this program's 1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_fails_leaves_nothing_and_can_be_tried_again()
    {
        var refusal = await Assert.ThrowsAsync<MigrationFailedException>(
            () => MigrateAsync("failing", First, ("0002_second.sql", "CREATE TABLE {0}.half (id int); SELECT 1/0")));

        Assert.Contains("failing/0002_second failed and was undone: division by zero", refusal.Message, StringComparison.Ordinal);
        Assert.True(await ExistsAsync("failing.a"));
        Assert.False(await ExistsAsync("failing.half"));
        Assert.Equal(1, await MigrateAsync("failing", First, Second));
    }

    [Fact]
    public async Task Two_nodes_that_start_at_once_apply_each_file_once()
    {
        var slow = ("0001_slow.sql", "SELECT pg_sleep(0.2); CREATE TABLE {0}.a (id int)");

        var applied = await Task.WhenAll(MigrateAsync("twins", slow), MigrateAsync("twins", slow), MigrateAsync("twins", slow));

        Assert.Equal(1, applied.Sum());
    }

    private Task<int> MigrateAsync(string room, params (string Name, string Sql)[] files)
    {
        var set = new ScriptedAssembly([.. files.Select(file => (file.Name, file.Sql.Replace("{0}", room, StringComparison.Ordinal)))])
            .As(room);
        return new Migrator(postgres.Source, [set], NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
    }

    private async Task<bool> ExistsAsync(string table)
    {
        await using var command = postgres.Source.CreateCommand("SELECT to_regclass($1) IS NOT NULL");
        command.Parameters.Add(new() { Value = table });
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
