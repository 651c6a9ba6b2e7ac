using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Http;
using Middeck.Http.Configuration;
using Middeck.Http.Errors;
using Middeck.Identity;
using Middeck.Jobs;
using Middeck.Knowledge;
using Middeck.Models;
using Middeck.Observability;
using Middeck.Operations.Backup.Drills;
using Middeck.Operations.Checks;
using Middeck.Operations.Configuration;
using Middeck.Operations.Entry;
using Middeck.Operations.Entry.Listening;
using Middeck.Operations.Management;
using Middeck.Operations.Management.Environment;
using Middeck.Sandbox;
using Middeck.Server.Backups;
using Middeck.Server.Checks;
using Middeck.Server.Console;
using Middeck.Server.Health;
using Middeck.Server.Memory;
using Middeck.Server.Onboarding;
using Middeck.Server.Schema;
using Middeck.Storage;
using Middeck.Storage.Schema;
using Middeck.Studio;

namespace Middeck.Server;

/// <summary>The composition root: which rooms there are and in which order they start.</summary>
public static class MiddeckServer
{
    /// <summary>Runs the platform until it is told to stop.</summary>
    /// <param name="configuration">The merged configuration.</param>
    /// <param name="cancellationToken">Stops it gracefully.</param>
    public static async Task RunAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        await using var app = await StartAsync(configuration, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>The options of every room: what may stand in the configuration.</summary>
    public static IReadOnlyList<RoomOptions> KnownOptions()
    {
        var services = new ServiceCollection();
        AddRooms(services);
        return
        [
            .. services.Select(service => service.ImplementationInstance).OfType<RoomOptions>(),
        ];
    }

    /// <summary>Migrates, makes what a first start needs, and listens.</summary>
    /// <returns>The running platform; dispose it to stop.</returns>
    public static async Task<WebApplication> StartAsync(
        IConfiguration configuration,
        CancellationToken cancellationToken,
        Action<IServiceCollection>? customize = null)
    {
        var app = Build(configuration, customize);
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
            if (await app.Services.BootstrapIdentityAsync(cancellationToken) is { } workspaceId)
            {
                await app.Services.BootstrapModelsAsync(workspaceId, cancellationToken);
            }

            await app.StartAsync(cancellationToken);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    internal static WebApplication Build(IConfiguration configuration, Action<IServiceCollection>? customize)
    {
        // Empty: the usual builder would read and watch appsettings.json, a second configuration beside ours.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = "Middeck",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddConfiguration(configuration);
        var server = configuration.GetSection(ServerOptions.Section).Get<ServerOptions>() ?? new ServerOptions();
        builder.Logging.ClearProviders().AddPlatformLog(server.LogLevel);
        builder.Environment.EnvironmentName = server.IsProduction ? Environments.Production : Environments.Development;
        var entry = configuration.GetSection(EntryOptions.Section).Get<EntryOptions>() ?? new EntryOptions();
        builder.WebHost.ConfigureEntry(server, entry);

        AddRooms(builder.Services);
        builder.Services.AddSingleton(
            configuration as IConfigurationRoot ?? new ConfigurationBuilder().AddConfiguration(configuration).Build());
        customize?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseEntry();
        app.UseExceptionHandler();
        app.UseRoutingFaults();
        app.UseSecurityHeaders();
        var console = ConsoleFolder(server);
        app.UseConsoleFiles(console);
        app.UseRouting();
        app.UseBrowserRules(server);
        app.UseIdentity();
        app.UseUserLimit();
        app.MapHealth();
        app.MapSystem();
        app.MapOnboarding();
        app.MapIdentity();
        app.MapJobs();
        app.MapModels();
        app.MapObservability();
        app.MapKnowledge();
        app.MapStudio();
        app.MapOperations();
        app.MapOpenApiDocument(signedIn: server.IsProduction);
        app.MapPublicPages(console);
        app.MapConsole(console);
        return app;
    }

    internal static void AddRooms(IServiceCollection services)
    {
        services.AddRoomOptions<ServerOptions>(ServerOptions.Section);
        services.AddRoomOptions<CheckOptions>(CheckOptions.Section);
        services.AddOptions<ErrorAnswerOptions>().Configure<IOptions<ServerOptions>>(
            (errors, server) => errors.ShowsCause = server.Value.Debug);
        services.AddCors();
        services.AddRouting();
        services.AddHttpFoundation();
        services.AddStorage();
        services.AddJobs();
        services.AddSandbox();
        services.AddIdentity();
        services.AddModels();
        services.AddObservability();
        services.AddKnowledge();
        services.AddStudio();
        services.AddOperations();
        services.AddSingleton<ICheckRoom, CheckRoom>();
        services.AddSingleton<IDrillPlatform>(provider => new ServedPlatform(
            Environment.ProcessPath!, DrillKey.MakeAsync, provider.GetRequiredService<TimeProvider>()));
        services.AddOpenApiDocument();
        services.AddHostedService<MemoryAtRest>();
        services.AddSingleton(provider => new StartTime(provider.GetRequiredService<TimeProvider>().GetUtcNow()));
    }

    private static string ConsoleFolder(ServerOptions server)
        => server.ConsoleFolder.Length > 0 ? server.ConsoleFolder : Path.Combine(AppContext.BaseDirectory, "console");
}
