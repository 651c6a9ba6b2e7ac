using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Middeck.Core.Errors;
using Middeck.Jobs.Running;
using Middeck.Storage;
using Middeck.Storage.Schema;
using Middeck.Testing;

namespace Middeck.Jobs.Tests;

/// <summary>One node: a host with the real queue on the class's database. Several can run at once.</summary>
internal sealed class JobNode : IAsyncDisposable
{
    private readonly IHost _host;

    private JobNode(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public IJobQueue Queue => _host.Services.GetRequiredService<IJobQueue>();

    public static async Task<JobNode> CreateAsync(
        PostgresFixture postgres,
        ScriptedHandler handler,
        TimeProvider? clock = null,
        bool work = true,
        Action<IServiceCollection>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["database:Connection"] = postgres.ConnectionString,
            ["objects:Path"] = Path.GetTempPath(),
            ["jobs:Enabled"] = work.ToString(),
        });
        builder.Services.AddLogging(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Warning));
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        builder.Services.AddStorage().AddJobs();
        builder.Services.AddSingleton(handler);
        builder.Services.AddSingleton<IErrorSink>(handler.Errors);
        builder.Services.AddJobHandler<ScriptedHandler>(ScriptedHandler.Kind);
        configure?.Invoke(builder.Services);
        var host = builder.Build();
        await host.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        return new JobNode(host);
    }

    public static async Task<JobNode> StartAsync(
        PostgresFixture postgres, ScriptedHandler handler, Action<IServiceCollection>? configure = null)
    {
        var node = await CreateAsync(postgres, handler, configure: configure);
        await node.StartAsync();
        return node;
    }

    public Task StartAsync() => _host.StartAsync();

    public Task StopAsync() => _host.StopAsync();

    /// <summary>Takes up one job without the background loop.</summary>
    public Task<bool> TakeOneAsync() => Services.GetRequiredService<JobPump>().TakeOneAsync(CancellationToken.None);

    /// <summary>Waits until this node works on nothing.</summary>
    public Task IdleAsync() => Task.WhenAll(Services.GetRequiredService<RunningJobs>().All.Select(job => job.Completion));

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
