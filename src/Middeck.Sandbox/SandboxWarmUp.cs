using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Middeck.Sandbox.Interpreters;

namespace Middeck.Sandbox;

/// <summary>Starts interpreters with the platform where that is wanted, and ends all of them with it.</summary>
internal sealed class SandboxWarmUp(ISandboxStatus status, InterpreterPools pools, ProcessSandbox processes, IOptions<SandboxOptions> options)
    : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await pools.DisposeAsync();
        await processes.DisposeAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.WarmAtStart && (await status.CheckAsync(stoppingToken)).IsReady)
        {
            foreach (var pool in pools.All)
            {
                pool.Fill();
            }
        }
    }
}
