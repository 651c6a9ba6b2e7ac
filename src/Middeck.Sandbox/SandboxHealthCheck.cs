using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Middeck.Sandbox;

/// <summary>Always well, because only what runs code needs it; tells what holds the limits, or why no code can be run.</summary>
internal sealed class SandboxHealthCheck(ISandboxStatus status) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => HealthCheckResult.Healthy((await status.CheckAsync(cancellationToken)).Description);
}
