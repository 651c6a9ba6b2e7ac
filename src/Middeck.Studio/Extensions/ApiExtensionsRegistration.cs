using Microsoft.Extensions.DependencyInjection;

namespace Middeck.Studio.Extensions;

internal static class ApiExtensionsRegistration
{
    public static IServiceCollection AddApiExtensions(this IServiceCollection services)
    {
        services.AddSingleton<ApiExtensionStore>();
        services.AddSingleton<ApiExtensionClient>();
        services.AddScoped<ApiExtensionService>();
        return services;
    }
}
