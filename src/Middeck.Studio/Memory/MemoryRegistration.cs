using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Answering;

namespace Middeck.Studio.Memory;

internal static class MemoryRegistration
{
    public static IServiceCollection AddMemory(this IServiceCollection services)
    {
        services.AddSingleton<SummaryStore>();
        services.AddSingleton<MemoryFactStore>();
        services.AddSingleton<FactRanking>();
        services.AddSingleton<IPreparation, SummaryPreparation>();
        services.AddSingleton<IPreparation, FactPreparation>();
        services.AddSingleton<IAftermath, SummaryAftermath>();
        services.AddSingleton<IAftermath, FactAftermath>();
        services.AddScoped<MemoryService>();
        return services;
    }
}
