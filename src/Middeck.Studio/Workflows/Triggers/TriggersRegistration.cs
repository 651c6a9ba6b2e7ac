using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Workflows.Triggers.Schedule;
using Middeck.Studio.Workflows.Triggers.Webhook;

namespace Middeck.Studio.Workflows.Triggers;

internal static class TriggersRegistration
{
    /// <summary>Registers what starts runs by itself.</summary>
    public static void AddTriggers(this IServiceCollection services)
    {
        services.AddSingleton<TriggerStore>();
        services.AddSingleton<TriggerSync>();
        services.AddScoped<TriggerService>();
        services.AddSingleton<WebhookListeners>();
        services.AddSingleton<WebhookReader>();
        services.AddSingleton<WebhookDoor>();
        services.AddWebhookRateLimits();
        services.AddSingleton<ScheduledRuns>();
        services.AddHosted<SchedulePoller>();
    }

    public static void MapTriggers(this IEndpointRouteBuilder routes)
    {
        routes.MapTriggerEndpoints();
        routes.MapScheduleEndpoints();
        routes.MapWebhookEndpoints();
    }
}
