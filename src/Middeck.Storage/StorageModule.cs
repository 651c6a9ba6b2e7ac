using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Http.Configuration;
using Middeck.Storage.Health;
using Middeck.Storage.Notifications;
using Middeck.Storage.Objects;
using Middeck.Storage.Schema;
using Middeck.Storage.Secrets;
using Middeck.Storage.Sql;
using Npgsql;

namespace Middeck.Storage;

/// <summary>PostgreSQL, objects, secrets and notifications between nodes.</summary>
public static class StorageModule
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddRoomOptions<DatabaseOptions>(DatabaseOptions.Section);
        services.AddRoomOptions<SecretVaultOptions>(SecretVaultOptions.Section);
        services.AddSingleton(provider => DataSources.Create(
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value,
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => new Database(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<Migrator>();
        services.AddSingleton<ISecretVault, SecretVault>();
        services.AddSingleton<NotificationBus>();
        services.AddSingleton<INotificationBus>(provider => provider.GetRequiredService<NotificationBus>());
        services.AddHostedService(provider => provider.GetRequiredService<NotificationBus>());
        services.AddRoomOptions<ObjectStoreOptions>(ObjectStoreOptions.Section);
        services.AddSingleton<IObjectStore>(provider =>
            provider.GetRequiredService<IOptions<ObjectStoreOptions>>().Value.Kind == ObjectStoreKind.S3
                ? ActivatorUtilities.CreateInstance<S3ObjectStore>(provider)
                : ActivatorUtilities.CreateInstance<FileObjectStore>(provider));
        services.AddSingleton<ObjectStoreHealthCheck>();
        services.AddHealthChecks()
            .AddCheck<DatabaseHealthCheck>("database")
            .AddCheck<ObjectStoreHealthCheck>("object_store");
        return services;
    }

    /// <summary>Makes a room's embedded <c>Migrations/*.sql</c> known. The schema is the room's name.</summary>
    /// <param name="services">The room's services.</param>
    /// <param name="room">Lower case, such as <c>identity</c>.</param>
    /// <param name="floor">The room's floor; lower floors migrate first.</param>
    /// <typeparam name="TModule">Any type of the room's assembly. Static module classes cannot be type arguments: name an option class.</typeparam>
    public static IServiceCollection AddMigrations<TModule>(this IServiceCollection services, string room, int floor)
        => services.AddSingleton(new MigrationSet(room, typeof(TModule).Assembly, floor));
}
