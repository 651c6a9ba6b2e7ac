using Microsoft.Extensions.DependencyInjection;

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
        services.AddHttpClient(Guarded, Unlimited)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => Handler(guarded: true));
        services.AddHttpClient(Trusted, Unlimited)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => Handler(guarded: false));
        return services;
    }

    // Each call brings its own timeout: a model may stream for minutes.
    private static void Unlimited(HttpClient client) => client.Timeout = Timeout.InfiniteTimeSpan;

    private static SocketsHttpHandler Handler(bool guarded)
    {
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            MaxConnectionsPerServer = 1024,
            UseCookies = false,
            // A proxy would resolve the name itself, out of the guard's sight.
            UseProxy = !guarded,
        };
        if (guarded)
        {
            handler.ConnectCallback = (context, token) => GuardedConnect.ConnectAsync(context, _ => false, token);
        }

        return handler;
    }
}
