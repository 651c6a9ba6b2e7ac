using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Middeck.Studio;

internal static class HostedServices
{
    /// <summary>Registers one instance, for those who use it and for the host that starts and stops it.</summary>
    public static void AddHosted<T>(this IServiceCollection services) where T : class, IHostedService
    {
        services.AddSingleton<T>();
        services.AddHostedService(static provider => provider.GetRequiredService<T>());
    }
}
