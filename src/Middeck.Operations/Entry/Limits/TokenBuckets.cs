using System.Threading.RateLimiting;

namespace Middeck.Operations.Entry.Limits;

/// <summary>A bucket of requests for each of many clients: full it holds those of one minute, and it refills evenly.</summary>
internal static class TokenBuckets
{
    private const int SecondsPerMinute = 60;

    public static PartitionedRateLimiter<TKey> Create<TKey>(int perMinute) where TKey : notnull
    {
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / SecondsPerMinute),
            ReplenishmentPeriod = perMinute >= SecondsPerMinute
                ? TimeSpan.FromSeconds(1)
                : TimeSpan.FromSeconds((double)SecondsPerMinute / perMinute),
            // The partitions share one timer.
            AutoReplenishment = false,
        };
        // Made once: every request asks for its partition.
        Func<TKey, RateLimiter> make = _ => new TokenBucketRateLimiter(bucket);
        return PartitionedRateLimiter.Create<TKey, TKey>(key => RateLimitPartition.Get(key, make));
    }

    /// <summary>Takes one.</summary>
    /// <returns>Null when there was one, else after how many seconds there will be one again.</returns>
    public static int? Take<TKey>(this PartitionedRateLimiter<TKey> buckets, TKey key)
    {
        using var lease = buckets.AttemptAcquire(key);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))
            : 1;
    }
}
