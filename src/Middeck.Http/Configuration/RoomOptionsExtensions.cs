using Microsoft.Extensions.DependencyInjection;

namespace Middeck.Http.Configuration;

/// <summary>Registers the options of a room.</summary>
public static class RoomOptionsExtensions
{
    /// <summary>
    /// Binds a section to a class, checks its data annotations at start, and makes its keys known, so that an unknown key
    /// in the configuration can be told from a known one.
    /// </summary>
    /// <param name="services">The room's services.</param>
    /// <param name="section">The section's name, the class's <c>Section</c> constant.</param>
    public static IServiceCollection AddRoomOptions<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddSingleton(new RoomOptions(section, typeof(TOptions)));
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
