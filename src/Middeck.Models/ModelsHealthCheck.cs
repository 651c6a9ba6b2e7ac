using Microsoft.Extensions.Diagnostics.HealthChecks;
using Middeck.Storage.Sql;

namespace Middeck.Models;

/// <summary>
/// Whether the providers that are switched on answered when they were last tested. Never worse than degraded: the builtin models
/// always work.
/// </summary>
internal sealed class ModelsHealthCheck(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // Over all workspaces, so a number only: who asks may be anybody.
        var failing = await database.ScalarAsync<long>(
            $"SELECT count(*) FROM models.provider WHERE enabled AND status = 'failing'", cancellationToken);
        return failing == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{failing} model providers failed their last test. Test them under Models.");
    }
}
