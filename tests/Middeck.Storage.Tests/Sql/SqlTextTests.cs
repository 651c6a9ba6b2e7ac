using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Storage.Tests.Sql;

public sealed class SqlTextTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly Database _database = new(postgres.Source);

    private enum Light
    {
        DarkRed,
    }

    [Fact]
    public async Task A_value_is_a_parameter_whatever_it_says()
    {
        const string Evil = "'; DROP TABLE x; --";

        Assert.Equal(Evil, await _database.ScalarAsync<string>($"SELECT {Evil}::text", CancellationToken.None));
    }

    [Fact]
    public async Task Pieces_are_spliced_in_with_their_parameters()
    {
        var piece = SqlText.Of($"{2} + {3}");

        Assert.Equal(16, await _database.ScalarAsync<int>($"SELECT {1} + ({piece}) + {10}", CancellationToken.None));
        Assert.Equal(25, await _database.ScalarAsync<int>($"SELECT ({piece}) * ({piece})", CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_and_optional_values_are_understood()
    {
        Guid? none = null;
        Guid? some = Guid.Parse("01900000-0000-7000-8000-000000000001");
        DateTimeOffset? time = DateTimeOffset.UnixEpoch;

        Assert.Null(await _database.ScalarAsync<Guid?>($"SELECT {none}::uuid", CancellationToken.None));
        Assert.Equal(some, await _database.ScalarAsync<Guid?>($"SELECT {some}::uuid", CancellationToken.None));
        Assert.Equal(time, await _database.ScalarAsync<DateTimeOffset?>($"SELECT {time}::timestamptz", CancellationToken.None));
    }

    [Fact]
    public async Task An_enum_is_its_word_and_comes_back()
    {
        var words = await _database.QueryAsync(
            $"SELECT {Light.DarkRed}::text AS light", row => (row.Get<string>("light"), row.Word<Light>("light")), CancellationToken.None);

        Assert.Equal([("dark_red", Light.DarkRed)], words);
    }

    [Fact]
    public async Task A_transaction_that_throws_leaves_nothing()
    {
        await _database.ExecuteAsync($"CREATE TABLE kept (id int)", CancellationToken.None);

        await Assert.ThrowsAsync<IOException>(() => _database.InTransactionAsync(
            async sql =>
            {
                await sql.ExecuteAsync($"INSERT INTO kept VALUES ({1})", CancellationToken.None);
                throw new IOException();
            },
            CancellationToken.None));

        Assert.Equal(0L, await _database.ScalarAsync<long>($"SELECT count(*) FROM kept", CancellationToken.None));
    }
}
