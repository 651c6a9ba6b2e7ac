using Microsoft.Extensions.Diagnostics.HealthChecks;
using Middeck.Storage.Sql;
using Npgsql;

namespace Middeck.Storage.Health;

/// <summary>Whether the database answers. Without it nothing can be served.</summary>
internal sealed class DatabaseHealthCheck(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            await database.ScalarAsync<int>($"SELECT 1", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception ex) when (ex is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer. Look at logs/postgres.log of the home folder.");
        }
    }
}
