using System.Globalization;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Language;

namespace Middeck.Operations.Entry.Routes;

/// <summary>All routes of a catalogue, and what stands in the way of those that could not be made.</summary>
/// <param name="Routes">In the order of the catalogue.</param>
/// <param name="Problems">One sentence for each service that gets no route.</param>
public sealed record EntryRoutes(IReadOnlyList<EntryRoute> Routes, IReadOnlyList<RouteProblem> Problems)
{
    /// <summary>Makes the routes. A route that would take a place of the platform or of a service before it is refused.</summary>
    /// <param name="catalogue">The services.</param>
    /// <param name="own">Host names and ports of the platform itself.</param>
    public static EntryRoutes Of(ServiceCatalogue catalogue, OwnPlaces own)
    {
        var routes = new List<EntryRoute>();
        var problems = new List<RouteProblem>();
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var service in catalogue.Services.Where(service => service.Route is not null))
        {
            var place = PlaceOf(service.Route!);
            var targets = TargetsOf(service);
            var problem = ProblemOf(service.Route!, own)
                ?? (targets.Count == 0 ? RouteMessages.NoTarget() : null)
                ?? (taken.TryGetValue(place, out var other) ? RouteMessages.Taken(place, other) : null);
            if (problem is not null)
            {
                problems.Add(new RouteProblem(service.Name, place, problem));
                continue;
            }

            taken[place] = service.Name;
            routes.Add(Make(service, targets));
        }

        return new EntryRoutes(routes, problems);
    }

    internal static string PlaceOf(ServiceRoute route)
        => route.Path is { } path ? Trim(path)
            : route.Host ?? string.Create(CultureInfo.InvariantCulture, $":{route.Port}");

    private static EntryRoute Make(ServiceEntry service, IReadOnlyList<Uri> targets)
    {
        var route = service.Route!;
        return new EntryRoute(service.Name, targets)
        {
            Path = route.Path is null ? null : Trim(route.Path),
            StripPrefix = route.StripPrefix,
            Host = route.Host?.ToLowerInvariant(),
            Port = route.Port,
            IsAdministrative = route.IsAdministrative,
            KeepsHost = service.Kind != ServiceKind.Url,
            MaxBodyBytes = route.MaxBodyBytes,
            Timeout = route.Timeout,
            Check = service.Health is { Http: { } question } health
                ? new TargetCheck(question.PathAndQuery, health.Interval, health.Timeout, health.Failures)
                : null,
        };
    }

    private static Message? ProblemOf(ServiceRoute route, OwnPlaces own)
    {
        if (route.Path is { } path)
        {
            return !IsPath(path) ? RouteMessages.NoPath(path)
                : ReservedPaths.Contains(Trim(path)) ? RouteMessages.Reserved(path)
                : null;
        }

        if (route.Host is { } host)
        {
            return Uri.CheckHostName(host) is not UriHostNameType.Dns ? RouteMessages.NoHost(host)
                : own.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase) ? RouteMessages.OwnHost(host)
                : null;
        }

        return route.Port is not { } port ? RouteMessages.Nowhere()
            : own.Ports.Contains(port) ? RouteMessages.OwnPort(port)
            : null;
    }

    private static bool IsPath(string path)
        => path.Length > 1 && path[0] == '/' && Trim(path).Length > 1
            && path.All(letter => char.IsAsciiLetterOrDigit(letter) || "/-_.~".Contains(letter, StringComparison.Ordinal))
            && !path.Contains("//", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal);

    private static string Trim(string path) => path.TrimEnd('/');

    private static IReadOnlyList<Uri> TargetsOf(ServiceEntry service)
    {
        if (service.Route!.Targets.Count > 0)
        {
            return service.Route.Targets;
        }

        if (service.Url is { } url)
        {
            return [url];
        }

        return service.Ports.FirstOrDefault(port => port.Protocol == "tcp") is { } first ? [AddressOf(first)] : [];
    }

    private static Uri AddressOf(ServicePort port)
    {
        // A service that listens everywhere is reached from here by loopback.
        var host = port.Address is "0.0.0.0" or "" ? "127.0.0.1" : port.Address is "::" ? "::1" : port.Address;
        return new UriBuilder(Uri.UriSchemeHttp, host, port.Number).Uri;
    }
}
