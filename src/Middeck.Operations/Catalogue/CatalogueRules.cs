using Middeck.Operations.Language;

namespace Middeck.Operations.Catalogue;

/// <summary>What holds between the services of a catalogue.</summary>
internal static class CatalogueRules
{
    public static IEnumerable<Message> Check(IReadOnlyList<ServiceEntry> services)
        => [.. Ports(services), .. Routes(services), .. Dependencies(services)];

    private static IEnumerable<Message> Ports(IReadOnlyList<ServiceEntry> services)
    {
        var taken = new Dictionary<(int, string), (string Key, string Place)>();
        foreach (var service in services)
        {
            foreach (var port in service.Ports)
            {
                var key = $"services.{service.Name}.ports.{port.Name}";
                if (!taken.TryAdd((port.Number, port.Protocol), (key, port.FileLine)))
                {
                    var other = taken[(port.Number, port.Protocol)];
                    yield return CatalogueMessages.SamePort(port.FileLine, key, port.Number, other.Key, other.Place);
                }
            }

            if (service.Route?.Port is { } entryPort && !taken.TryAdd((entryPort, "tcp"), ($"services.{service.Name}.route.port", service.FileLine)))
            {
                var other = taken[(entryPort, "tcp")];
                yield return CatalogueMessages.SamePort(
                    service.FileLine, $"services.{service.Name}.route.port", entryPort, other.Key, other.Place);
            }
        }
    }

    private static IEnumerable<Message> Routes(IReadOnlyList<ServiceEntry> services)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var service in services)
        {
            if (service.Route is not { } route || (route.Path ?? route.Host) is not { } place)
            {
                continue;
            }

            var key = $"services.{service.Name}.route.{(route.Path is null ? "host" : "path")}";
            if (route.Path is not null && ReservedPaths.Contains(route.Path))
            {
                yield return CatalogueMessages.ReservedRoute(service.FileLine, key, place);
            }

            if (!taken.TryAdd(place, service.Name))
            {
                yield return CatalogueMessages.SameRoute(service.FileLine, key, place, taken[place]);
            }

            if (route.Targets.Count == 0 && service.Url is null && !service.Ports.Any(port => port.Protocol == "tcp"))
            {
                yield return CatalogueMessages.Bad(
                    service.FileLine,
                    $"services.{service.Name}.route",
                    "it leads nowhere: give the service a TCP port, a url, or the route its targets",
                    "路由没有目标：请为服务写明 TCP 端口、url，或在路由中写明 targets");
            }
        }
    }

    private static IEnumerable<Message> Dependencies(IReadOnlyList<ServiceEntry> services)
    {
        var names = services.Select(service => service.Name).Concat(["platform", "postgres"]).ToList();
        foreach (var service in services)
        {
            foreach (var unknown in service.DependsOn.Where(name => !names.Contains(name)))
            {
                var nearest = CatalogueKeys.Nearest(unknown, names);
                yield return CatalogueMessages.BadValue(
                    service.FileLine,
                    $"services.{service.Name}.depends_on",
                    unknown,
                    $"there is no such service{(nearest is null ? "" : $"; did you mean {nearest}?")}",
                    $"没有这个服务{(nearest is null ? "" : $"；是否想写 {nearest}？")}");
            }
        }

        var found = new HashSet<string>();
        foreach (var service in services)
        {
            if (!found.Contains(service.Name) && CircleFrom(service.Name, [], services) is { } circle)
            {
                found.UnionWith(circle);
                yield return CatalogueMessages.Cycle(service.FileLine, circle);
            }
        }
    }

    private static IReadOnlyList<string>? CircleFrom(string name, List<string> way, IReadOnlyList<ServiceEntry> services)
    {
        if (way.Contains(name))
        {
            // Only who is on the circle is told; who leads to it is innocent.
            return way[0] == name ? [.. way, name] : null;
        }

        return services.FirstOrDefault(service => service.Name == name)?.DependsOn
            .Select(next => CircleFrom(next, [.. way, name], services))
            .FirstOrDefault(circle => circle is not null);
    }
}
