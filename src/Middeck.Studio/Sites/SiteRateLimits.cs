using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Middeck.Studio.Sites;

/// <summary>A limit per address on all calls of public pages, besides what each page allows its visitors.</summary>
internal static class SiteRateLimits
{
    public const string Policy = "studio.sites";

    private const int SegmentsPerWindow = 6;

    public static void AddSiteRateLimits(this IServiceCollection services)
        => services.AddOptions<RateLimiterOptions>().Configure<IOptions<StudioOptions>>((limits, options) =>
            limits.AddPolicy(Policy, context => RateLimitPartition.GetSlidingWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = options.Value.SiteCallsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = SegmentsPerWindow,
                })));
}
