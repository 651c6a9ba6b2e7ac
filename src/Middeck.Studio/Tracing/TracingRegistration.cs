using Microsoft.Extensions.DependencyInjection;

namespace Middeck.Studio.Tracing;

internal static class TracingRegistration
{
    public static void AddTracing(this IServiceCollection services)
    {
        services.AddSingleton<TraceStore>();
        services.AddSingleton<TraceKeeper>();
    }
}
