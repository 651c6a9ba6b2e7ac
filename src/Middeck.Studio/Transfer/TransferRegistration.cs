using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Comparison;

namespace Middeck.Studio.Transfer;

internal static class TransferRegistration
{
    public static void AddAppTransfer(this IServiceCollection services)
    {
        services.AddSingleton<AppImportStore>();
        services.AddScoped<AppComparison>();
        services.AddScoped<ImportCheck>();
        services.AddScoped<GraphImport>();
        services.AddSingleton<RemoteImport>();
        services.AddScoped<AppImport>();
        services.AddScoped<AppExport>();
    }
}
