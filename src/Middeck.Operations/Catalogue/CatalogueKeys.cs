namespace Middeck.Operations.Catalogue;

/// <summary>The keys of <c>services.yaml</c>, section by section. The schema is held against them by a test.</summary>
internal static class CatalogueKeys
{
    public static readonly string[] File = ["services"];

    public static readonly string[] Service =
    [
        "preset", "kind", "description", "enabled", "command", "folder", "compose_file", "unit", "url", "environment", "ports",
        "depends_on", "health", "restart", "limits", "log", "stop_timeout", "files", "route",
    ];

    public static readonly string[] Port = ["number", "protocol", "address", "purpose", "layer"];

    public static readonly string[] Health = ["http", "tcp", "command", "interval", "timeout", "failures", "start_period"];

    public static readonly string[] Restart = ["when", "most_failures", "longest_pause"];

    public static readonly string[] Limits = ["memory", "cpus", "open_files"];

    public static readonly string[] Log = ["max_size", "keep"];

    public static readonly string[] Route =
        ["path", "strip_prefix", "host", "port", "targets", "administrative", "max_body", "timeout"];

    public static readonly string[] Kinds = ["process", "systemd", "compose", "url"];

    public static readonly string[] Layers = ["entry", "application", "model", "data", "monitoring"];

    public static readonly string[] Protocols = ["tcp", "udp"];

    public static readonly string[] RestartWhen = ["always", "on_failure", "never"];

    /// <summary>Names of the platform's own parts, which no entry may take.</summary>
    public static readonly string[] BuiltIn = ["platform", "postgres", "supervisor"];

    /// <summary>The nearest of some names; null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> names)
        => names.Select(name => (Name: name, Distance: Configuration.NearestKey.Distance(word, name)))
            .Where(candidate => candidate.Distance <= Math.Max(2, word.Length / 4))
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
}
