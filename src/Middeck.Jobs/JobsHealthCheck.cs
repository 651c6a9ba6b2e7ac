using Microsoft.Extensions.Diagnostics.HealthChecks;
using Middeck.Jobs.Queue;

namespace Middeck.Jobs;

/// <summary>Whether the queue moves: a job that could have begun long ago means that no node works, or that they are too few.</summary>
internal sealed class JobsHealthCheck(JobStore store, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
        => await store.OldestDueAsync(cancellationToken) < clock.GetUtcNow() - Patience
            ? HealthCheckResult.Degraded("Jobs have been waiting for over 15 minutes. Start a worker, or raise jobs.concurrency.")
            : HealthCheckResult.Healthy();
}
