using Microsoft.Extensions.Hosting;

namespace Middeck.Server.Memory;

/// <summary>
/// Gives back to the system what starting, or a burst of work, has left free in this process. By itself neither the collector,
/// which waits until its budget is used up, nor the C library, which keeps what the compiler has freed, does so at rest.
/// </summary>
internal sealed class MemoryAtRest(TimeProvider clock) : BackgroundService
{
    private const long Megabyte = 1024 * 1024;

    // The platform's own clockwork allocates half of this in the time.
    private const long AllocatedAtRest = 16 * Megabyte;

    // Collected whole in a few hundredths of a second. A node that holds large indexes in memory is left to its collector.
    private const long SmallHeap = 64 * Megabyte;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Whether collecting everything now disturbs nobody.</summary>
    /// <param name="allocated">Bytes since the last look.</param>
    /// <param name="heap">Bytes that the collector holds.</param>
    internal static bool IsAtRest(long allocated, long heap) => allocated <= AllocatedAtRest && heap <= SmallHeap;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var before = GC.GetTotalAllocatedBytes();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var allocated = GC.GetTotalAllocatedBytes();
            if (IsAtRest(allocated - before, GC.GetGCMemoryInfo().HeapSizeBytes))
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                NativeHeap.Trim();
            }

            before = allocated;
        }
    }
}
