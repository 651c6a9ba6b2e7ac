using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Jobs;

namespace Middeck.Studio.Insight;

internal static class InsightRegistration
{
    public static void AddInsight(this IServiceCollection services)
    {
        services.AddSingleton<MessageRollup>();
        services.AddHosted<RollupKeeper>();
        services.AddSingleton<InsightStore>();
        services.AddScoped<InsightService>();
        services.AddRetention("studio.insight_slot", (provider, batch, cancellationToken) =>
            provider.GetRequiredService<InsightStore>().CoarsenAsync(Before(provider), batch, cancellationToken));
        services.AddRetention("studio.insight_person", (provider, batch, cancellationToken) =>
            provider.GetRequiredService<InsightStore>().TrimPersonsAsync(
                DateOnly.FromDateTime(Before(provider).UtcDateTime), batch, cancellationToken));
    }

    private static DateTimeOffset Before(IServiceProvider provider)
        => provider.GetRequiredService<TimeProvider>().GetUtcNow()
            .AddDays(-provider.GetRequiredService<IOptions<StudioOptions>>().Value.InsightDays);
}
