using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Http.Configuration;
using Middeck.Jobs;
using Middeck.Operations.Backup.Drills;
using Middeck.Operations.Backup.Schedules;
using Middeck.Operations.Home;
using Middeck.Storage;
using Middeck.Storage.Objects;

namespace Middeck.Operations.Backup;

/// <summary>Scheduled backups and drills in the platform's process; one node of the installation makes each.</summary>
public static class BackupModule
{
    /// <summary>Registers the services and the schedules that <c>backup.schedule</c> and <c>backup.drill_schedule</c> name.</summary>
    /// <param name="services">The platform's services; one of them is an <see cref="IDrillPlatform"/>.</param>
    public static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.AddRoomOptions<BackupOptions>(BackupOptions.Section);
        services.AddSingleton(provider => new BackupService(
            provider.GetRequiredService<MiddeckHome>(),
            provider.GetRequiredService<IOptions<BackupOptions>>().Value,
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Connection,
            provider.GetRequiredService<IObjectStore>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ScheduledBackup>();
        services.AddRecurring(
            "operations.backup",
            provider => Cron(provider.GetRequiredService<IOptions<BackupOptions>>().Value.Schedule),
            (provider, cancellationToken) => provider.GetRequiredService<ScheduledBackup>().BackUpAsync(cancellationToken));
        services.AddRecurring(
            "operations.drill",
            provider => Cron(provider.GetRequiredService<IOptions<BackupOptions>>().Value.DrillSchedule),
            (provider, cancellationToken) => provider.GetRequiredService<ScheduledBackup>().DrillAsync(cancellationToken));
        return services;
    }

    private static string? Cron(string schedule) => CronExpression.TryParse(schedule, out var quartz) ? quartz : null;
}
