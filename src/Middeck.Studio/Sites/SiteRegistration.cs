using Microsoft.Extensions.DependencyInjection;

namespace Middeck.Studio.Sites;

internal static class SiteRegistration
{
    public static void AddAppSites(this IServiceCollection services)
    {
        services.AddSingleton<SiteStore>();
        services.AddScoped<SiteService>();
    }
}
