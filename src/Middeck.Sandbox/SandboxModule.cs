using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Http.Configuration;
using Middeck.Sandbox.Interpreters;
using Middeck.Sandbox.Isolation;
using Middeck.Sandbox.Processes;

namespace Middeck.Sandbox;

/// <summary>Runs code that nobody vouches for.</summary>
public static class SandboxModule
{
    // Not the platform's clock: processes live in real time, and a clock that stands still must not let one run for ever.
    private static readonly TimeProvider _clock = TimeProvider.System;

    /// <summary>Registers the room. No process is started before code is run, unless the options say so.</summary>
    public static IServiceCollection AddSandbox(this IServiceCollection services)
    {
        services.AddRoomOptions<SandboxOptions>(SandboxOptions.Section);
        services.TryAddSingleton(new SandboxPrograms());
        services.AddSingleton<Bubblewrap>();
        services.AddSingleton<SandboxCgroups>(_ => new SandboxCgroups());
        services.AddSingleton<SandboxLauncher>();
        services.AddSingleton(provider => new SandboxStarter(
            provider.GetRequiredService<Bubblewrap>(),
            provider.GetRequiredService<SandboxCgroups>(),
            provider.GetRequiredService<SandboxLauncher>(),
            _clock));
        services.AddSingleton<ISandboxStatus>(provider => new SandboxProbe(
            provider.GetRequiredService<Bubblewrap>(),
            provider.GetRequiredService<SandboxStarter>(),
            provider.GetRequiredService<SandboxCgroups>(),
            provider.GetRequiredService<IOptions<SandboxOptions>>().Value.Limits,
            _clock));
        services.AddSingleton(provider => new InterpreterPools(
            new InterpreterStarter(
                provider.GetRequiredService<SandboxStarter>(), provider.GetRequiredService<SandboxPrograms>(), _clock),
            provider.GetRequiredService<IOptions<SandboxOptions>>(),
            _clock,
            provider.GetRequiredService<ILogger<InterpreterPool>>()));
        services.AddSingleton<ICodeSandbox>(provider => new CodeSandbox(
            provider.GetRequiredService<ISandboxStatus>(),
            provider.GetRequiredService<InterpreterPools>(),
            provider.GetRequiredService<IOptions<SandboxOptions>>(),
            _clock));
        services.AddSingleton<ProcessSandbox>();
        services.AddSingleton<IProcessSandbox>(provider => provider.GetRequiredService<ProcessSandbox>());
        services.AddHostedService<SandboxWarmUp>();
        services.AddHealthChecks().AddCheck<SandboxHealthCheck>("sandbox");
        return services;
    }
}
