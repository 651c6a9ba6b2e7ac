using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Middeck.Operations.Entry.Routes;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;
using Yarp.ReverseProxy.SessionAffinity;
using Yarp.ReverseProxy.Transforms;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>One of our routes in the reverse proxy's words.</summary>
internal static class ProxyShapes
{
    private static readonly TimeSpan Reactivation = TimeSpan.FromSeconds(10);

    // Our own table finds the route; the proxy's pattern only has to be there.
    public static RouteConfig RouteOf(EntryRoute route, EntryOptions options) => new RouteConfig
    {
        RouteId = route.Service,
        ClusterId = route.Service,
        Match = new RouteMatch { Path = "/{**path}" },
        MaxRequestBodySize = route.MaxBodyBytes ?? options.MaxBodyBytes,
    }.WithTransformUseOriginalHostHeader(route.KeepsHost);

    public static ClusterConfig ClusterOf(EntryRoute route, EntryOptions options) => new()
    {
        ClusterId = route.Service,
        LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
        Destinations = route.Targets.ToDictionary(
            target => target.AbsoluteUri, target => new DestinationConfig { Address = target.AbsoluteUri }),
        SessionAffinity = route.IsSpread ? Affinity(route) : null,
        HealthCheck = route.IsSpread ? Health(route) : null,
        Metadata = route.Check is { } check
            ? new Dictionary<string, string> { [TargetHealth.FailuresKey] = check.Failures.ToString(CultureInfo.InvariantCulture) }
            : null,
        HttpRequest = new ForwarderRequestConfig
        {
            ActivityTimeout = route.Timeout ?? options.ServiceTimeout,
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        },
    };

    // Services with pages keep sessions in memory; programs ignore the cookie and are spread request by request.
    private static SessionAffinityConfig Affinity(EntryRoute route) => new()
    {
        Enabled = true,
        Policy = SessionAffinityConstants.Policies.HashCookie,
        FailurePolicy = SessionAffinityConstants.FailurePolicies.Redistribute,
        AffinityKeyName = $".middeck.{route.Service}",
        Cookie = new SessionAffinityCookieConfig
        {
            HttpOnly = true,
            Path = route.Path ?? "/",
            SameSite = SameSiteMode.Lax,
            SecurePolicy = CookieSecurePolicy.SameAsRequest,
        },
    };

    private static HealthCheckConfig Health(EntryRoute route) => new()
    {
        // When all seem to be down, each is tried: a wrong health check must not take away a service that works.
        AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
        Passive = new PassiveHealthCheckConfig
        {
            Enabled = true,
            Policy = HealthCheckConstants.PassivePolicy.TransportFailureRate,
            ReactivationPeriod = Reactivation,
        },
        Active = route.Check is { } check
            ? new ActiveHealthCheckConfig
            {
                Enabled = true,
                Policy = TargetHealth.PolicyName,
                Interval = check.Interval,
                Timeout = check.Timeout,
                Path = check.PathAndQuery,
            }
            : null,
    };
}
