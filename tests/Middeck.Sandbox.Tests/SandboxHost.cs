using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Middeck.Sandbox.Interpreters;
using Middeck.Sandbox.Isolation;

namespace Middeck.Sandbox.Tests;

/// <summary>The room by itself.</summary>
public sealed class SandboxHost : IAsyncLifetime
{
    private readonly ServiceProvider _services;

    public SandboxHost()
        : this(null)
    {
    }

    internal SandboxHost(Action<SandboxOptions>? configure, SandboxPrograms? programs = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        if (programs is not null)
        {
            services.AddSingleton(programs);
        }

        services.AddSandbox();
        services.Configure(configure ?? (_ => { }));
        _services = services.BuildServiceProvider();
    }

    public ICodeSandbox Code => Get<ICodeSandbox>();

    internal InterpreterPools Pools => Get<InterpreterPools>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        foreach (var hosted in _services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(CancellationToken.None);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var hosted in _services.GetServices<IHostedService>())
        {
            await hosted.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }
}
