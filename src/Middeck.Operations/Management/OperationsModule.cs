using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Jobs;
using Middeck.Operations.Backup;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Configuration;
using Middeck.Operations.Entry;
using Middeck.Operations.Entry.Proxy;
using Middeck.Operations.Home;
using Middeck.Operations.Management.Backups;
using Middeck.Operations.Management.Environment;
using Middeck.Operations.Management.Ports;
using Middeck.Operations.Management.Services;

namespace Middeck.Operations.Management;

/// <summary>What operations are in the platform's process: the entry, scheduled backups, and what the console asks. Those who compose the rooms bring an <see cref="ICheckRoom"/>.</summary>
public static class OperationsModule
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddValidation();
        services.TryAddSingleton(HomeOf);
        services.AddSingleton<IEntryCatalogue>(provider =>
        {
            var home = provider.GetRequiredService<MiddeckHome>();
            return new CatalogueOfFile(home.ServicesFile, () => CatalogueLoader.Load(home));
        });
        services.AddEntry();
        services.AddBackups();
        services.AddSingleton<ManagedServices>();
        services.AddSingleton<ServiceLogs>();
        services.AddSingleton<EnvironmentService>();
        services.AddJobHandler<MakeBackup>(MakeBackup.Kind);
        services.AddJobHandler<VerifyBackup>(VerifyBackup.Kind);
        services.AddJobHandler<DrillBackup>(DrillBackup.Kind);
        return services;
    }

    /// <summary>Maps what the console asks.</summary>
    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/admin").WithTags("Operations").RequirePermission(Permissions.Installation.Operate);
        group.MapServices();
        group.MapPorts();
        group.MapEnvironment();
        group.MapBackups();
    }

    // Whoever runs the platform as a library, such as to write its OpenAPI document, may name no home.
    private static MiddeckHome HomeOf(IServiceProvider provider)
        => provider.GetRequiredService<IOptions<ServerOptions>>().Value.Home is { Length: > 0 } home
            ? new MiddeckHome(home)
            : MiddeckHome.Locate(new Dictionary<string, string>());
}
