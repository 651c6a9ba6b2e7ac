namespace Middeck.Operations.Catalogue;

/// <summary>Reads the section <c>route</c>.</summary>
internal static class RouteReader
{
    public static ServiceRoute? Read(CatalogueSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var route = new ServiceRoute
        {
            Path = section.Text("path")?.TrimEnd('/'),
            StripPrefix = section.Bool("strip_prefix") ?? false,
            Host = section.Text("host")?.ToLowerInvariant(),
            Port = section.Number("port", 1, 65535),
            Targets = section.Urls("targets"),
            IsAdministrative = section.Bool("administrative") ?? false,
            MaxBodyBytes = section.Size("max_body"),
            Timeout = section.Duration("timeout"),
        };
        string[] places = ["path", "host", "port"];
        var given = places.Where(section.Has).ToList();
        if (given.Count != 1)
        {
            section.Refuse(
                given.ElementAtOrDefault(1) ?? "path",
                "give exactly one of path, host and port",
                "path、host、port 三者必须且只能有一个");
        }

        if (route.Path is { } path && (path.Length < 2 || path[0] != '/' || path.Any(char.IsWhiteSpace) || path.Contains("//", StringComparison.Ordinal)))
        {
            section.Refuse("path", "it must be a path such as /grafana", "应为路径，例如 /grafana");
        }

        if (route.Host is { } host && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            section.Refuse("host", "it must be a host name such as dify.example.com", "应为主机名，例如 dify.example.com");
        }

        return route;
    }
}
