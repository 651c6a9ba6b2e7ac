using Microsoft.Extensions.DependencyInjection;

namespace Middeck.Studio.Tags;

internal static class AppTagRegistration
{
    public static void AddAppTags(this IServiceCollection services)
    {
        services.AddSingleton<AppTagStore>();
        services.AddScoped<AppTagService>();
    }
}
