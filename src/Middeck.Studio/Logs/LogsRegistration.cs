using Microsoft.Extensions.DependencyInjection;

namespace Middeck.Studio.Logs;

internal static class LogsRegistration
{
    public static void AddLogs(this IServiceCollection services)
    {
        services.AddSingleton<LogStore>();
        services.AddSingleton<LogMessageStore>();
        services.AddSingleton<LogExport>();
        services.AddScoped<LogService>();
    }
}
