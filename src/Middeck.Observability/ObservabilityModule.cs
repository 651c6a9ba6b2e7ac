using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Core.Live;
using Middeck.Core.Workspaces;
using Middeck.Http.Configuration;
using Middeck.Jobs;
using Middeck.Observability.Errors;
using Middeck.Observability.Live;
using Middeck.Storage;

namespace Middeck.Observability;

/// <summary>The error log, and what open console pages are told live.</summary>
public static class ObservabilityModule
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddObservability(this IServiceCollection services)
    {
        services.AddRoomOptions<ObservabilityOptions>(ObservabilityOptions.Section);
        services.AddMigrations<ObservabilityOptions>("observability", floor: 3);
        services.AddValidation();
        AddErrorLog(services);
        AddLiveEvents(services);
        return services;
    }

    /// <summary>Maps the room's endpoints.</summary>
    public static IEndpointRouteBuilder MapObservability(this IEndpointRouteBuilder routes)
    {
        routes.MapErrorEndpoints();
        routes.MapLiveEndpoints();
        return routes;
    }

    private static void AddErrorLog(IServiceCollection services)
    {
        services.AddSingleton<ErrorStore>();
        services.AddSingleton<IErrorSink, ErrorLog>();
        services.AddSingleton<IWorkspaceErasure, ErrorErasure>();
        services.AddRetention("observability.error", (provider, batch, cancellationToken) =>
        {
            var days = provider.GetRequiredService<IOptions<ObservabilityOptions>>().Value.ErrorKeepDays;
            var before = provider.GetRequiredService<TimeProvider>().GetUtcNow() - TimeSpan.FromDays(days);
            return provider.GetRequiredService<ErrorStore>().TrimAsync(before, batch, cancellationToken);
        });
    }

    private static void AddLiveEvents(IServiceCollection services)
    {
        services.AddSingleton<LiveHub>();
        services.AddSingleton<LiveRelay>();
        services.AddSingleton<ILiveEvents, LiveEvents>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveRelay>());
        services.AddHostedService<LiveStreamCare>();
        // Scoped: what a person may see is asked per call.
        services.AddScoped<TopicAccess>();
    }
}
