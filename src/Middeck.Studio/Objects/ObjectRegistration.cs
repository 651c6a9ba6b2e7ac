using Microsoft.Extensions.DependencyInjection;
using Middeck.Jobs;

namespace Middeck.Studio.Objects;

internal static class ObjectRegistration
{
    public static void AddObjects(this IServiceCollection services)
    {
        services.AddSingleton<StudioObjects>();
        services.AddRetention("studio.object", (provider, batch, cancellationToken)
            => provider.GetRequiredService<StudioObjects>().TrimAsync(batch, cancellationToken));
    }
}
