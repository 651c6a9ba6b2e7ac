using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Middeck.Server;

/// <summary>The services of all rooms without a server: for commands that ask a room something and end.</summary>
public static class PlatformServices
{
    /// <summary>Makes them. Nothing is started, listened to or migrated; dispose the provider.</summary>
    /// <param name="configuration">The merged configuration.</param>
    /// <param name="clock">The clock.</param>
    public static ServiceProvider Open(IConfiguration configuration, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddSingleton(clock);
        // A command says itself what went wrong; a line of the log between its own would only be in the way.
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<IHostEnvironment>(new CommandEnvironment());
        MiddeckServer.AddRooms(services);
        return services.BuildServiceProvider();
    }

    private sealed class CommandEnvironment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "Middeck";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; }
            = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
