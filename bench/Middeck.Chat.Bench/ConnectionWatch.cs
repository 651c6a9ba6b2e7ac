using System.Text.Json;
using Npgsql;

namespace Middeck.Chat.Bench;

/// <summary>Counts the platform's database connections as PostgreSQL sees them.</summary>
internal static class ConnectionWatch
{
    /// <summary>The most connections at one time until the token fires.</summary>
    public static async Task<int> PeakAsync(string home, CancellationToken cancellationToken)
    {
        var record = JsonSerializer.Deserialize<JsonElement>(
            await File.ReadAllTextAsync(Path.Combine(home, "run", "pg.json"), CancellationToken.None));
        var password = await File.ReadAllTextAsync(Path.Combine(home, "keys", "postgres"), CancellationToken.None);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = record.GetProperty("port").GetInt32(),
            Username = record.GetProperty("user").GetString(),
            Database = record.GetProperty("database").GetString(),
            Password = password.Trim(),
            ApplicationName = "middeck-bench",
        });
        var peak = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (!cancellationToken.IsCancellationRequested)
        {
            await using var command = source.CreateCommand(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'middeck' AND datname = current_database()");
            peak = Math.Max(peak, (int)(long)(await command.ExecuteScalarAsync(CancellationToken.None))!);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        return peak;
    }
}
