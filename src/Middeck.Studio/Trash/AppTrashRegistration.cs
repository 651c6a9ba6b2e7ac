using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Jobs;

namespace Middeck.Studio.Trash;

internal static class AppTrashRegistration
{
    public static void AddAppTrash(this IServiceCollection services)
    {
        services.AddSingleton<AppTrashStore>();
        services.AddScoped<AppRemoval>();
        services.AddScoped<AppTrash>();
        services.AddRetention("studio.app", (provider, batch, cancellationToken) =>
        {
            var days = provider.GetRequiredService<IOptions<StudioOptions>>().Value.TrashDays;
            var before = provider.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-days);
            return provider.GetRequiredService<AppRemoval>().TrimAsync(before, batch, cancellationToken);
        });
    }
}
