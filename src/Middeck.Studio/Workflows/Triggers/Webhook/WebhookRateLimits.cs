using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Middeck.Studio.Workflows.Triggers.Webhook;

/// <summary>A limit per webhook on its calls.</summary>
internal static class WebhookRateLimits
{
    public const string Policy = "studio.webhooks";

    private const int SegmentsPerWindow = 6;

    public static void AddWebhookRateLimits(this IServiceCollection services)
        => services.AddOptions<RateLimiterOptions>().Configure<IOptions<StudioOptions>>((limits, options) =>
            limits.AddPolicy(Policy, context => RateLimitPartition.GetSlidingWindowLimiter(
                context.GetRouteValue("id")?.ToString()?.ToLowerInvariant() ?? "",
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = options.Value.WebhookCallsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = SegmentsPerWindow,
                })));
}
