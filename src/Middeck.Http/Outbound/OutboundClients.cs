using Microsoft.Extensions.DependencyInjection;
using Middeck.Http.Configuration;

namespace Middeck.Http.Outbound;

/// <summary>The two ways out: one for addresses that users may choose, one for addresses that an administrator set.</summary>
public static class OutboundClients
{
    /// <summary>Name of the client for addresses that users choose: private networks are refused.</summary>
    public const string Guarded = "guarded";

    /// <summary>Name of the client for addresses that an administrator set, such as a model on the same machine.</summary>
    public const string Trusted = "trusted";

    internal static IServiceCollection AddGuardedOutbound(this IServiceCollection services)
    {
        // The factory's own loggers write four lines a request; what matters is in the callers' logs and usage rows.
        services.AddRoomOptions<OutboundOptions>(OutboundOptions.Section);
        services.AddSingleton<WorkspaceOutbound>();
        services.AddHttpClient(Guarded, Unlimited)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => Handler(static _ => false));
        services.AddHttpClient(Trusted, Unlimited)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => Handler(null));
        return services;
    }

    // Each call brings its own timeout: a model may stream for minutes.
    private static void Unlimited(HttpClient client) => client.Timeout = Timeout.InfiniteTimeSpan;

    // Null for the trusted one; else which hosts may have private addresses.
    internal static SocketsHttpHandler Handler(Func<string, bool>? isAllowed)
    {
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            MaxConnectionsPerServer = 1024,
            UseCookies = false,
            // A proxy would resolve the name itself, out of the guard's sight.
            UseProxy = isAllowed is null,
        };
        if (isAllowed is not null)
        {
            handler.ConnectCallback = (context, token) => GuardedConnect.ConnectAsync(context, isAllowed, token);
        }

        return handler;
    }
}
