using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Workspaces;
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
        services.AddSingleton<ImportArchives>();
        services.AddSingleton<IWorkspaceErasure>(static provider => provider.GetRequiredService<ImportArchives>());
        services.AddRecurring(
            "knowledge.expired_archives",
            TimeSpan.FromHours(1),
            (provider, cancellationToken) => provider.GetRequiredService<ImportArchives>().RemoveExpiredAsync(cancellationToken));
        services.AddSingleton<DocumentImport>();
        services.AddSingleton<BaseImport>();
        services.AddJobHandler<ImportBaseJob>(ImportBaseJob.Kind);
    }
}
