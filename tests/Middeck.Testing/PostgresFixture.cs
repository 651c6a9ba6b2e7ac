using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Middeck.Storage.Schema;
using Npgsql;
using Xunit;

namespace Middeck.Testing;

/// <summary>A database of its own for one test class, empty until it is migrated, dropped afterwards.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private static int s_count;

    private readonly string _name = string.Create(
        CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref s_count)}");

    private string _cluster = "";
    private NpgsqlDataSource? _source;

    /// <summary>A superuser's connection string to this class's database.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>A pool on this class's database.</summary>
    public NpgsqlDataSource Source => _source ?? throw new InvalidOperationException("The database is made before the first test.");

    /// <summary>Applies the migrations of rooms, lowest first.</summary>
    public Task MigrateAsync(params MigrationSet[] sets)
        => new Migrator(Source, sets, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        _cluster = await PostgresCluster.ConnectionStringAsync();
        await OnClusterAsync($"CREATE DATABASE {_name}");
        ConnectionString = new NpgsqlConnectionStringBuilder(_cluster)
        {
            Database = _name,
            MaxPoolSize = 20,
            IncludeErrorDetail = true,
        }.ConnectionString;
        _source = NpgsqlDataSource.Create(ConnectionString);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await Source.DisposeAsync();
        await OnClusterAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private async Task OnClusterAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_cluster) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
