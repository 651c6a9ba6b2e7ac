using Microsoft.Extensions.Diagnostics.HealthChecks;
using Middeck.Storage.Objects;

namespace Middeck.Storage.Health;

/// <summary>Whether files can be written and read. Checked at most once in 30 s: the check writes.</summary>
internal sealed class ObjectStoreHealthCheck(IObjectStore store, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private (DateTimeOffset At, HealthCheckResult Result) _last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - _last.At < Freshness)
        {
            return _last.Result;
        }

        var result = await CheckAsync(cancellationToken);
        _last = (now, result);
        return result;
    }

    private async Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded("Files cannot be written. Look at the disk and at the section objects of the configuration.");
        }
    }
}
