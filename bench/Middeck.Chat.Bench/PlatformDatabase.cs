using System.Text.Json;
using Npgsql;

namespace Middeck.Chat.Bench;

/// <summary>The platform's own PostgreSQL, beside the platform.</summary>
internal static class PlatformDatabase
{
    public static async Task<NpgsqlDataSource> OpenAsync(string home)
    {
        var record = JsonSerializer.Deserialize<JsonElement>(
            await File.ReadAllTextAsync(Path.Combine(home, "run", "pg.json"), CancellationToken.None));
        var password = await File.ReadAllTextAsync(Path.Combine(home, "keys", "postgres"), CancellationToken.None);
        return NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = record.GetProperty("port").GetInt32(),
            Username = record.GetProperty("user").GetString(),
            Database = record.GetProperty("database").GetString(),
            Password = password.Trim(),
            ApplicationName = "middeck-bench",
            CommandTimeout = 0,
        });
    }
}
