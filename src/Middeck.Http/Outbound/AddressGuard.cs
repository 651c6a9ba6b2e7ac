using System.Net;
using System.Net.Sockets;

namespace Middeck.Http.Outbound;

/// <summary>Which addresses requests made for users may not reach (RFC 6890's special-purpose ranges).</summary>
public static class AddressGuard
{
    private static readonly IPNetwork[] Refused =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
        IPNetwork.Parse("::/96"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("fec0::/10"),
        IPNetwork.Parse("ff00::/8"),
        // NAT64, Teredo and 6to4: each carries an IPv4 address that a gateway on the way would unpack.
        IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("64:ff9b:1::/48"), IPNetwork.Parse("2001::/32"),
        IPNetwork.Parse("2002::/16"),
    ];

    /// <summary>Whether the address is private, loopback, link-local or otherwise not for the public internet.</summary>
    public static bool IsRefused(IPAddress address)
    {
        // ::ffff:127.0.0.1 is loopback in a coat.
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)
            || Array.Exists(Refused, network => network.Contains(plain));
    }
}
