using Microsoft.Extensions.DependencyInjection;
using Middeck.Jobs;

namespace Middeck.Knowledge.Transfer;

internal static class TransferRegistration
{
    public static void AddTransfer(this IServiceCollection services)
    {
        services.AddSingleton<ExportReader>();
        services.AddScoped<ExportService>();
        services.AddScoped<ImportIntake>();
        services.AddSingleton<ArchivePlanner>();
        services.AddSingleton<ImportStore>();
        services.AddSingleton<DocumentImport>();
        services.AddSingleton<BaseImport>();
        services.AddJobHandler<ImportBaseJob>(ImportBaseJob.Kind);
    }
}
