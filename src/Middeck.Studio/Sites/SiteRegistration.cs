using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Jobs;
using Middeck.Studio.Sites.Batches;
using Middeck.Studio.Sites.Embedding;
using Middeck.Studio.Sites.Limits;
using Middeck.Studio.Sites.Publishing;
using Middeck.Studio.Sites.Shares;
using Middeck.Studio.Sites.Talk;
using Middeck.Studio.Sites.Visitors;

namespace Middeck.Studio.Sites;

internal static class SiteRegistration
{
    public static void AddAppSites(this IServiceCollection services)
    {
        services.AddSingleton<SiteStore>();
        services.AddScoped<SiteService>();
        services.AddSingleton<PublicationStore>();
        services.AddScoped<PublicationService>();
        services.AddSingleton<ISiteFrames, SiteFrames>();
        services.AddSingleton<SitePasses>();
        services.AddSingleton<VouchedUser>();
        services.AddScoped<SiteDoor>();
        services.AddScoped<VisitService>();
        services.AddSingleton<SiteUseStore>();
        services.AddSingleton<SiteLimiter>();
        services.AddScoped<SiteChat>();
        services.AddScoped<SiteTalks>();
        services.AddScoped<SiteFiles>();
        services.AddScoped<SiteSpeech>();
        services.AddSingleton<ShareStore>();
        services.AddScoped<ShareService>();
        services.AddSiteRateLimits();
        services.AddBatches();
        services.AddRetention("studio.site_use", (provider, batch, cancellationToken) =>
            provider.GetRequiredService<SiteUseStore>().TrimAsync(Now(provider).AddDays(-2), batch, cancellationToken));
    }

    private static void AddBatches(this IServiceCollection services)
    {
        services.AddSingleton<BatchStore>();
        services.AddSingleton<BatchProgress>();
        services.AddSingleton<BatchSweep>();
        services.AddScoped<BatchService>();
        services.AddJobHandler<AnswerBatchJob>(AnswerBatchJob.Kind);
        services.AddRecurring("studio.batches", TimeSpan.FromMinutes(5), (provider, cancellationToken) =>
            provider.GetRequiredService<BatchSweep>().SweepAsync(cancellationToken));
        services.AddRetention("studio.batch", (provider, batch, cancellationToken) =>
        {
            var days = provider.GetRequiredService<IOptions<StudioOptions>>().Value.BatchDays;
            return provider.GetRequiredService<BatchStore>().TrimAsync(Now(provider).AddDays(-days), batch, cancellationToken);
        });
    }

    private static DateTimeOffset Now(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>().GetUtcNow();
}
