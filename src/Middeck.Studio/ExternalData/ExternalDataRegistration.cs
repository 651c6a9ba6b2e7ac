using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Answering;

namespace Middeck.Studio.ExternalData;

internal static class ExternalDataRegistration
{
    public static IServiceCollection AddExternalData(this IServiceCollection services)
        => services.AddSingleton<IPreparation, ExternalDataPreparation>();
}
