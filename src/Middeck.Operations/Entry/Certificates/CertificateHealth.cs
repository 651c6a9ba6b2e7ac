using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Middeck.Operations.Entry.Certificates;

/// <summary>Says in the platform's health when the entry's certificate has ended or soon will.</summary>
internal sealed class CertificateHealth(CertificateSource source, TimeProvider clock) : IHealthCheck
{
    public const string Name = "certificate";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
        => Task.FromResult(CertificateMessages.Of(source.Current, clock.GetUtcNow()) is { } warning
            ? HealthCheckResult.Degraded(warning.English)
            : HealthCheckResult.Healthy());
}
