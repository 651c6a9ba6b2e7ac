using Microsoft.Extensions.Diagnostics.HealthChecks;
using Middeck.Storage.Sql;

namespace Middeck.Models;

/// <summary>
/// Always well, because the builtin models always work; tells how many providers failed when they were last tested. One
/// workspace's wrong key is no illness of the platform.
/// </summary>
internal sealed class ModelsHealthCheck(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // Over all workspaces, so a number only: who asks may be anybody.
        var failing = await database.ScalarAsync<long>(
            $"SELECT count(*) FROM models.provider WHERE enabled AND status = 'failing'", cancellationToken);
        return HealthCheckResult.Healthy(
            failing == 0 ? null : $"{failing} model providers failed their last test. Test them again under Models.");
    }
}
