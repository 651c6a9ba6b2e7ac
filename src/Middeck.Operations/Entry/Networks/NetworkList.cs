using System.Net;

namespace Middeck.Operations.Entry.Networks;

/// <summary>Networks that something is allowed from.</summary>
internal sealed class NetworkList
{
    private static readonly string[] Near =
        ["127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fe80::/10"];

    private readonly IPNetwork[] _networks;

    private NetworkList(IEnumerable<string> texts) => _networks = [.. texts.Select(text => Parse(text)!.Value)];

    public IReadOnlyList<IPNetwork> Networks => _networks;

    /// <summary>Those texts, which were checked before.</summary>
    public static NetworkList Of(IReadOnlyCollection<string> texts) => new(texts);

    /// <summary>The networks of administrators: those that are named, else this machine and private networks.</summary>
    public static NetworkList OfAdministrators(EntryOptions options)
        => new(options.AdminNetworks.Length > 0 ? options.AdminNetworks : Near);

    /// <summary>The first text that is neither an address nor a network.</summary>
    public static string? FirstWrong(IEnumerable<string> texts) => texts.FirstOrDefault(text => Parse(text) is null);

    /// <summary>Whether the address lies in one of them. A null address is that of a socket on this machine.</summary>
    public bool Contains(IPAddress? address)
    {
        var plain = address is null ? IPAddress.Loopback : Plain(address);
        foreach (var network in _networks)
        {
            if (network.Contains(plain))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An IPv4 address that came over an IPv6 socket in its own form.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPNetwork? Parse(string text)
        => IPNetwork.TryParse(text, out var network) ? network
            : IPAddress.TryParse(text, out var address)
                ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
                : null;
}
