namespace Middeck.Operations.Catalogue;

/// <summary>Reads the section <c>health</c>.</summary>
internal static class HealthReader
{
    public static ServiceHealth? Read(CatalogueSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var defaults = new ServiceHealth();
        var health = new ServiceHealth
        {
            Http = section.Url("http"),
            Tcp = section.Text("tcp"),
            Command = section.Words("command"),
            Interval = Positive(section, "interval") ?? defaults.Interval,
            Timeout = Positive(section, "timeout") ?? defaults.Timeout,
            Failures = section.Number("failures", 1, 1000) ?? defaults.Failures,
            StartPeriod = section.Duration("start_period") ?? defaults.StartPeriod,
        };
        string[] ways = ["http", "tcp", "command"];
        var given = ways.Where(section.Has).ToList();
        if (given.Count != 1)
        {
            section.Refuse(
                given.ElementAtOrDefault(1) ?? "http",
                "give exactly one of http, tcp and command",
                "http、tcp、command 三者必须且只能有一个");
        }

        if (health.Tcp is { } tcp && !IsEndPoint(tcp))
        {
            section.Refuse("tcp", "it must be a host and a port such as 127.0.0.1:9090", "应为主机和端口，例如 127.0.0.1:9090");
        }

        return health;
    }

    private static TimeSpan? Positive(CatalogueSection section, string key)
    {
        var duration = section.Duration(key);
        if (duration <= TimeSpan.Zero)
        {
            section.Refuse(key, "it must be longer than nothing", "必须大于 0");
        }

        return duration;
    }

    private static bool IsEndPoint(string text)
        => text.LastIndexOf(':') is > 0 and var colon && ushort.TryParse(text[(colon + 1)..], out var port) && port > 0;
}
