using System.Data.Common;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Middeck.Core.Workspaces;
using Middeck.Http.Configuration;
using Middeck.Jobs.Queue;
using Middeck.Jobs.Recurring;
using Middeck.Jobs.Retention;
using Middeck.Jobs.Running;
using Middeck.Storage;
using Npgsql;
using Quartz;

namespace Middeck.Jobs;

/// <summary>Durable background work: jobs as rows under leases, and schedules in Quartz's clustered store.</summary>
public static class JobsModule
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddRoomOptions<JobOptions>(JobOptions.Section);
        services.AddMigrations<JobOptions>("jobs", floor: 1);
        services.AddValidation();
        services.AddHealthChecks().AddCheck<JobsHealthCheck>("jobs");
        AddQueue(services);
        AddSchedules(services);
        return services;
    }

    /// <summary>Maps the room's endpoints.</summary>
    public static IEndpointRouteBuilder MapJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapJobEndpoints();
        return routes;
    }

    private static void AddQueue(IServiceCollection services)
    {
        services.AddSingleton<Node>();
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<RunningJobs>();
        services.AddSingleton<JobHandlerCatalogue>();
        services.AddSingleton<JobStore>();
        services.AddSingleton<LeaseStore>();
        services.AddSingleton<JobAnnouncer>();
        services.AddSingleton<JobSettler>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobPump>();
        services.AddSingleton<LeaseKeeper>();
        services.AddSingleton<LeaseSweeper>();
        services.AddSingleton<IJobQueue, JobQueue>();
        services.AddSingleton<IJobUpkeep, JobUpkeep>();
        services.AddSingleton<IWorkspaceErasure, JobErasure>();
        // Stopped in the opposite order: the pump returns its jobs while their leases are still kept.
        services.AddHostedService(provider => provider.GetRequiredService<LeaseKeeper>());
        services.AddHostedService(provider => provider.GetRequiredService<LeaseSweeper>());
        services.AddHostedService(provider => provider.GetRequiredService<JobPump>());
    }

    private static void AddSchedules(IServiceCollection services)
    {
        // One pool, not two.
        services.TryAddSingleton<DbDataSource>(provider => provider.GetRequiredService<NpgsqlDataSource>());
        services.AddQuartz(quartz =>
        {
            // Recurring tasks mostly wait for the database; two at a time keep the store within its four connections.
            quartz.UseDefaultThreadPool(maxConcurrency: 2);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source => source.UseRegisteredDataSource = true);
                store.UseSystemTextJsonSerializer(_ => { });
                store.ConfigureStore(options => options.TablePrefix = "jobs.qrtz_");
                store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(5));
            });
        });
        services.AddSingleton<RetentionRun>();
        services.AddHostedService<RecurringScheduler>();
        services.AddRecurring(
            "jobs.retention",
            "0 30 3 * * ?",
            (provider, cancellationToken) => provider.GetRequiredService<RetentionRun>().RunAsync(cancellationToken));
        services.AddRetention("jobs.job", (provider, batch, cancellationToken) =>
        {
            var days = provider.GetRequiredService<IOptions<JobOptions>>().Value.KeepDays;
            var endedBefore = provider.GetRequiredService<TimeProvider>().GetUtcNow() - TimeSpan.FromDays(days);
            return provider.GetRequiredService<JobStore>().TrimAsync(endedBefore, batch, cancellationToken);
        });
    }
}
