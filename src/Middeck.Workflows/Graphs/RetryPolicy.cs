using System.Text.Json;

namespace Middeck.Workflows.Graphs;

/// <summary>How often a failed node is tried again, and how long it waits before.</summary>
public sealed record RetryPolicy(int MaxRetries, TimeSpan Interval)
{
    internal static readonly RetryPolicy Never = new(0, TimeSpan.Zero);

    // {"retry_enabled": true, "max_retries": 3, "retry_interval": 1000}
    internal static RetryPolicy Read(JsonElement data)
    {
        var config = data.Child("retry_config");
        return config.Flag("retry_enabled") ?? false
            ? new(
                (int)Math.Clamp(config.Number("max_retries") ?? 0, 0, 100),
                TimeSpan.FromMilliseconds(Math.Clamp(config.Number("retry_interval") ?? 0, 0, 3_600_000)))
            : Never;
    }
}
