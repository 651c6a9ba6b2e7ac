using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Middeck.Testing;

namespace Middeck.Jobs.Tests;

public sealed class JobsHealthCheckTests(PostgresFixture postgres) : JobsTest(postgres)
{
    [Theory]
    [InlineData(15, HealthStatus.Healthy)]
    [InlineData(16, HealthStatus.Degraded)]
    public async Task A_queue_that_does_not_move_is_said(int minutes, HealthStatus expected)
    {
        var clock = new FakeClock();
        await using var node = await JobNode.CreateAsync(Postgres, new ScriptedHandler(), clock);
        await node.Queue.EnqueueAsync(Request(), CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(minutes));
        var check = ActivatorUtilities.CreateInstance<JobsHealthCheck>(node.Services);

        var health = await check.CheckHealthAsync(new HealthCheckContext(), CancellationToken.None);

        Assert.Equal(expected, health.Status);
    }
}
