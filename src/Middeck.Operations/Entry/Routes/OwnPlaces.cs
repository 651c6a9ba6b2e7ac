using Middeck.Operations.Configuration;
using Middeck.Operations.Entry.Certificates;

namespace Middeck.Operations.Entry.Routes;

/// <summary>Host names and ports that belong to the platform itself.</summary>
/// <param name="Hosts">Without ports.</param>
/// <param name="Ports">Those that the entry listens on.</param>
public sealed record OwnPlaces(IReadOnlyList<string> Hosts, IReadOnlyList<int> Ports)
{
    /// <summary>As the configuration says.</summary>
    public static OwnPlaces Of(ServerOptions server, EntryOptions entry)
        => new(
            [.. HostNamesOf(server, entry), "localhost"],
            entry.Tls == EntryTls.Off ? [server.Port] : [server.Port, entry.TlsPort]);

    /// <summary>The names by which people reach the platform, that of its public address first.</summary>
    public static IReadOnlyList<string> HostNamesOf(ServerOptions server, EntryOptions entry)
        => Uri.TryCreate(server.PublicUrl, UriKind.Absolute, out var address)
            ? [.. entry.HostNames.Prepend(address.Host).Distinct(StringComparer.OrdinalIgnoreCase)]
            : entry.HostNames;
}
