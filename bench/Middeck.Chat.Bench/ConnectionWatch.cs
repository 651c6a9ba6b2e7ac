namespace Middeck.Chat.Bench;

/// <summary>Counts the platform's database connections as PostgreSQL sees them.</summary>
internal static class ConnectionWatch
{
    /// <summary>The most connections at one time until the token fires.</summary>
    public static async Task<int> PeakAsync(string home, CancellationToken cancellationToken)
    {
        await using var source = await PlatformDatabase.OpenAsync(home);
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
